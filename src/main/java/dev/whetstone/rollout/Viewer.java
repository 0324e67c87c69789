package dev.whetstone.rollout;

import java.util.Optional;
import java.util.UUID;

/**
 * Whose rows may be seen: one tenant's, and of them one run's where a key was given for that alone.
 *
 * @param tenant empty for the server itself, which sees all
 * @param key whose allowance is used
 */
public record Viewer(Optional<String> tenant, Optional<UUID> run, Optional<UUID> key) {
  /**
   * The server itself: its own work, its operator's commands, and requests where no key is asked.
   */
  public static final Viewer SERVER =
      new Viewer(Optional.empty(), Optional.empty(), Optional.empty());

  /** The attribute of a request's identity that holds its viewer. */
  public static final String ATTRIBUTE = "whetstone.viewer";

  /** The same rows, by whichever key. */
  Viewer ofRows() {
    return new Viewer(tenant, run, Optional.empty());
  }
}
