package dev.whetstone.api;

/** No solution of a request was read, for one reason of ours. */
final class NothingRead extends RuntimeException {
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

  Problem problem() {
    return problem;
  }

  boolean isPassing() {
    return passing;
  }
}
