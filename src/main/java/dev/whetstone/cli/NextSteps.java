package dev.whetstone.cli;

/** The three commands that the server prints when it listens, which the README shows too. */
final class NextSteps {
  private NextSteps() {}

  static String at(String base, String curriculum) {
    return """

    Whetstone serves at %1$s (API: %1$s/q/swagger-ui). Try next:

      curl -s %1$s/api/v1/runs -H 'Content-Type: application/json' -d '{"name":"first","curriculum":"%2$s","group_size":4}'
      curl -s %1$s/api/v1/score -H 'Content-Type: application/json' -d '{"items":[{"prompt":"2+2?","reference":"4","completion":"It is \\\\boxed{4}."}]}'
      ./whetstone demo --url %1$s --curriculum %2$s
    """
        .formatted(base, curriculum);
  }
}
