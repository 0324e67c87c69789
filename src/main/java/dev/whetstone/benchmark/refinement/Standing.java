package dev.whetstone.benchmark.refinement;

import java.util.List;

/**
 * How a refinement stands.
 *
 * @param wanted attempts that are asked for now
 */
record Standing(RefinementState state, List<Wanted> wanted) {
  Standing {
    wanted = List.copyOf(wanted);
    if (wanted.isEmpty() == (state == RefinementState.OPEN))
      throw new IllegalArgumentException(state + " with " + wanted.size() + " asks");
  }

  boolean isEnded() {
    return state == RefinementState.PASSED || state == RefinementState.SPENT;
  }

  /** Where nothing more is asked for. */
  static Standing of(Plan plan, List<Attempt> attempts) {
    boolean judging = attempts.stream().anyMatch(a -> a.is(Attempt.State.JUDGING));
    boolean passed = attempts.stream().anyMatch(plan::isPassedBy);
    RefinementState ended = passed ? RefinementState.PASSED : RefinementState.SPENT;
    return new Standing(judging ? RefinementState.JUDGING : ended, List.of());
  }
}
