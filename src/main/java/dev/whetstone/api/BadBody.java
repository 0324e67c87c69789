package dev.whetstone.api;

import java.io.IOException;

/** A body that is not taken. */
final class BadBody extends IOException {
  private static final long serialVersionUID = 1;

  private final transient Problem problem;

  private BadBody(Problem problem) {
    super(problem.detail());
    this.problem = problem;
  }

  Problem problem() {
    return problem;
  }

  static BadBody tooLarge(long limit) {
    return new BadBody(
        Problem.of(
            "body-too-large",
            "Body too large",
            413,
            "the body is larger than " + limit + " bytes",
            "body",
            "send a smaller batch, or raise quarkus.http.limits.max-body-size"));
  }

  static BadBody tooMany(long limit) {
    return new BadBody(
        Problem.of(
            "overloaded",
            "Too much at once",
            503,
            "the bodies in flight are larger than " + limit + " bytes together",
            "body",
            "try again in a second, or raise whetstone.api.max-bodies-in-flight"));
  }

  static BadBody encoding() {
    return new BadBody(
        Problem.of(
            "unknown-encoding",
            "Unsupported Media Type",
            415,
            "a body in this encoding is not read",
            "Content-Encoding",
            "send gzip, or the body as it is without this header"));
  }

  static BadBody notGzip() {
    return new BadBody(
        Problem.of(
            "not-gzip",
            "Not gzip",
            400,
            "the body is no gzip, or not all of it",
            "body",
            "send it zipped whole, or leave Content-Encoding out"));
  }
}
