package dev.whetstone.api;

import dev.whetstone.verify.StepVerdict.Unread;
import dev.whetstone.verify.StepVerdict.Why;

/** No solution of a request was read, for one reason. */
public final class NothingRead extends RuntimeException {
  private final transient Problem problem;
  private final boolean passing;

  /**
   * @param passing whether it may be otherwise in a second
   */
  NothingRead(Problem problem, boolean passing) {
    super(problem.detail());
    this.problem = problem;
    this.passing = passing;
  }

  /**
   * @param field that the steps came in; null where the reason lies in none
   */
  public static NothingRead of(Unread unread, String field) {
    boolean passing = unread.unread() == Why.BUSY || unread.unread() == Why.DEADLINE;
    return new NothingRead(StepProblems.of(unread, field), passing);
  }

  Problem problem() {
    return problem;
  }

  boolean isPassing() {
    return passing;
  }
}
