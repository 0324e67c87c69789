package dev.whetstone.benchmark.label;

import static dev.whetstone.benchmark.label.StepLabel.RIGHT;
import static dev.whetstone.benchmark.label.StepLabel.UNKNOWN;
import static dev.whetstone.benchmark.label.StepLabel.WRONG;
import static java.util.Collections.nCopies;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * The labels of one solution, one for each step.
 *
 * @param scope whether they tell the first error of the whole, or only something of single steps
 */
public record Truth(List<StepLabel> steps, Scope scope) {
  /** How far labels reach. */
  public enum Scope {
    /** Up to the first error, or to the end where there is none: {@link #firstError} is known. */
    SOLUTION,
    /** Single steps, read after those before them; the whole was not judged. */
    STEP
  }

  public Truth {
    steps = List.copyOf(steps);
    if (steps.stream().noneMatch(StepLabel::isKnown))
      throw new IllegalArgumentException("no step has a label");
    if (scope == Scope.SOLUTION && !reachesTheFirstError(steps))
      throw new IllegalArgumentException("a step before the first error has no label");
  }

  /**
   * Where only the first error is told: right before it, unknown after it.
   *
   * @param steps how many there are
   * @param first from 0; empty where all are right
   */
  public static Truth ofFirstError(int steps, OptionalInt first) {
    if (first.isEmpty()) return new Truth(nCopies(steps, RIGHT), Scope.SOLUTION);
    List<StepLabel> labels = new ArrayList<>(nCopies(first.getAsInt(), RIGHT));
    labels.add(WRONG);
    labels.addAll(nCopies(steps - first.getAsInt() - 1, UNKNOWN));
    return new Truth(labels, Scope.SOLUTION);
  }

  /** Where the last of so many steps is labelled alone. */
  public static Truth ofLastStep(int steps, StepLabel label) {
    List<StepLabel> labels = new ArrayList<>(nCopies(steps - 1, UNKNOWN));
    labels.add(label);
    return new Truth(labels, Scope.STEP);
  }

  /**
   * Index of the first wrong step, from 0; empty where all are right.
   *
   * @throws IllegalStateException where single steps are labelled alone
   */
  public OptionalInt firstError() {
    if (scope != Scope.SOLUTION)
      throw new IllegalStateException("only single steps are labelled: the first error is unknown");
    int first = steps.indexOf(WRONG);
    return first < 0 ? OptionalInt.empty() : OptionalInt.of(first);
  }

  /** Whether any step is labelled wrong. */
  public boolean hasError() {
    return steps.contains(WRONG);
  }

  private static boolean reachesTheFirstError(List<StepLabel> steps) {
    int first = steps.indexOf(WRONG);
    return !steps.subList(0, first < 0 ? steps.size() : first).contains(UNKNOWN);
  }

  /** One sign for each step, as it is stored. */
  String signs() {
    return steps.stream().map(s -> String.valueOf(s.sign())).collect(Collectors.joining());
  }

  static Truth ofSigns(String signs, Scope scope) {
    return new Truth(signs.chars().mapToObj(StepLabel::ofSign).toList(), scope);
  }
}
