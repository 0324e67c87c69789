package dev.whetstone.training;

import java.io.IOException;
import java.nio.file.Path;

/** A folder is one training's alone, and another one has it. */
public final class TrainingInProgress extends IOException {
  private static final long serialVersionUID = 1;

  TrainingInProgress(Path folder) {
    super("another training is at work in " + folder + "; wait for its end, or stop it");
  }
}
