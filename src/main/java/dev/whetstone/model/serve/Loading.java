package dev.whetstone.model.serve;

import dev.whetstone.model.Card;
import dev.whetstone.model.Scorer;
import dev.whetstone.model.host.Refused;
import java.nio.file.Path;

/** Makes a scorer of a folder; it is warm, and has said its golden examples. */
@FunctionalInterface
interface Loading {
  Scorer load(Path folder, Card card) throws Refused;
}
