package dev.whetstone.model.host;

import dev.whetstone.model.Card;
import java.nio.file.Path;

/** What was found at {@code <root>/<name>/<version>}. */
public sealed interface ModelFolder {
  Path path();

  /** A folder whose card and files agree. */
  record Whole(Path path, Card card) implements ModelFolder {}

  /** A folder that may not serve. */
  record Faulty(Path path, Refused refusal) implements ModelFolder {}
}
