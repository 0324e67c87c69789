package dev.whetstone.api;

/** No solution of a request was read, for one reason of ours. */
final class NothingRead extends RuntimeException {
  private final transient Problem problem;

  NothingRead(Problem problem) {
    super(problem.detail());
    this.problem = problem;
  }

  Problem problem() {
    return problem;
  }
}
