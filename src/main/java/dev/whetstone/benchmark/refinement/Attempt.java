package dev.whetstone.benchmark.refinement;

import dev.whetstone.benchmark.labelling.Verification;
import dev.whetstone.verify.proof.Score;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * A solution as it stands, or a response that breaks its format.
 *
 * @param number in its refinement, from 0
 * @param thread number of the first attempt that it goes back to
 * @param parent the attempt whose critique it was made after
 * @param selfScore its writer's
 * @param broken how the response breaks its format
 * @param labelling that verifies it
 * @param verification what came of that so far
 */
record Attempt(
    int number,
    int round,
    int thread,
    OptionalInt parent,
    Optional<Score> selfScore,
    Optional<String> broken,
    Optional<UUID> labelling,
    Optional<Verification> verification) {
  /** The best first: by its mean verification score, then its own, then the earlier one. */
  static final Comparator<Attempt> BEST_FIRST =
      Comparator.comparingDouble((Attempt a) -> -a.mean())
          .thenComparing(a -> a.selfScore().orElse(Score.ZERO), Comparator.reverseOrder())
          .thenComparingInt(Attempt::number);

  Attempt {
    Objects.requireNonNull(parent);
    if (broken.isPresent() == labelling.isPresent()
        || labelling.isPresent() != selfScore.isPresent())
      throw new IllegalArgumentException("an attempt is broken, or has a score and is verified");
    if (labelling.isPresent() != verification.isPresent())
      throw new IllegalArgumentException("what is labelled has a verification");
  }

  enum State {
    JUDGING,
    JUDGED,
    /** Our verifiers failed, not the solution. */
    UNJUDGED,
    BROKEN
  }

  State state() {
    if (broken.isPresent()) return State.BROKEN;
    if (verification.get().isOpen()) return State.JUDGING;
    return verification.get().mean().isPresent() ? State.JUDGED : State.UNJUDGED;
  }

  boolean is(State state) {
    return state() == state;
  }

  /** Whether no valid issue is found. */
  boolean isVerified() {
    return verification.flatMap(Verification::label).filter(Score.ONE::equals).isPresent();
  }

  /** Mean verification score, in [0, 1]; 0 where nothing is judged. */
  double mean() {
    return verification.flatMap(Verification::mean).orElse(0.0);
  }

  /** The judged ones, the best first. */
  static List<Attempt> pool(List<Attempt> attempts) {
    return attempts.stream().filter(a -> a.is(State.JUDGED)).sorted(BEST_FIRST).toList();
  }
}
