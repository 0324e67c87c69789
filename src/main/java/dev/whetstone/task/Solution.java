package dev.whetstone.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/** A worked solution with exact labels: the index of its first wrong step, or none. */
public record Solution(
    List<String> steps, String answer, OptionalInt firstError, Optional<Flaw> flaw) {
  public Solution {
    steps = List.copyOf(steps);
    if (firstError.isPresent() != flaw.isPresent())
      throw new IllegalArgumentException("a flaw has its step");
  }

  public static Solution right(Worked worked) {
    Worked.Draft draft = worked.write(Slip.none());
    return new Solution(draft.steps(), draft.answer(), OptionalInt.empty(), Optional.empty());
  }

  /**
   * The solution with its first error at {@code step} (from 0).
   *
   * @throws IllegalArgumentException if that flaw cannot be made at that step
   */
  public static Solution broken(Worked worked, int step, Flaw flaw, RandomGenerator random) {
    if (flaw == Flaw.RIGHT_AFTER_WRONG) return rightAfterWrong(worked, step, random);
    if (!worked.flaws(step).contains(flaw))
      throw new IllegalArgumentException(flaw + " cannot be made at step " + step);
    Worked.Draft draft = worked.write(Slip.at(step, flaw, random));
    return new Solution(draft.steps(), draft.answer(), OptionalInt.of(step), Optional.of(flaw));
  }

  private static Solution rightAfterWrong(Worked worked, int step, RandomGenerator random) {
    Worked.Draft right = worked.write(Slip.none());
    List<Flaw> usable =
        worked.flaws(step).stream().filter(f -> f != Flaw.SKIPPED_CASE).sorted().toList();
    if (usable.isEmpty()) throw new IllegalArgumentException("no flaw at step " + step);
    Flaw flaw = usable.get(random.nextInt(usable.size()));
    List<String> steps = new ArrayList<>(right.steps());
    steps.set(step, worked.write(Slip.at(step, flaw, random)).steps().get(step));
    return new Solution(
        steps, right.answer(), OptionalInt.of(step), Optional.of(Flaw.RIGHT_AFTER_WRONG));
  }

  /** Steps and answer as a model would write them. */
  public String text() {
    return String.join("\n", steps) + "\nAnswer: " + answer;
  }
}
