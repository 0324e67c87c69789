package dev.whetstone.benchmark.refinement;

import dev.whetstone.benchmark.labelling.Verification;
import dev.whetstone.verify.proof.Score;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** Attempts as they come of what was asked for. */
final class Tries {
  private Tries() {}

  static Attempt judged(Wanted wanted, double mean, Score self) {
    Score label = mean == 1 ? Score.ONE : Score.ZERO;
    return of(
        wanted,
        self,
        new Verification(false, Optional.of(label), Optional.of(mean), Optional.of(mean)));
  }

  static Attempt judging(Wanted wanted, Score self) {
    return of(wanted, self, Verification.OPEN);
  }

  static Attempt unjudged(Wanted wanted) {
    return of(
        wanted,
        Score.ZERO,
        new Verification(false, Optional.empty(), Optional.empty(), Optional.empty()));
  }

  private static Attempt of(Wanted wanted, Score self, Verification verification) {
    return new Attempt(
        wanted.number(),
        wanted.round(),
        wanted.thread(),
        parent(wanted),
        Optional.of(self),
        Optional.empty(),
        Optional.of(new UUID(0, wanted.number())),
        Optional.of(verification));
  }

  static Attempt broken(Wanted wanted) {
    return new Attempt(
        wanted.number(),
        wanted.round(),
        wanted.thread(),
        parent(wanted),
        Optional.empty(),
        Optional.of("no box"),
        Optional.empty(),
        Optional.empty());
  }

  private static OptionalInt parent(Wanted wanted) {
    return wanted.parent().map(p -> OptionalInt.of(p.number())).orElseGet(OptionalInt::empty);
  }
}
