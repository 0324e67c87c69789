package dev.whetstone.api;

import java.util.List;
import java.util.Map;

/** How a protocol that is not ours tells what is wrong, at its paths and below them. */
public abstract class ErrorForm {
  private final List<String> paths;

  protected ErrorForm(String... paths) {
    this.paths = List.of(paths);
  }

  boolean covers(String path) {
    return paths.stream().anyMatch(mine -> path.equals(mine) || path.startsWith(mine + "/"));
  }

  /** The JSON object to answer. */
  protected abstract Map<String, ?> body(Problem problem);

  protected int status(Problem problem) {
    return problem.status();
  }
}
