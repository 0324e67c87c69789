package dev.whetstone.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where a command finds models. */
public final class ModelsFolder {
  @Option(
      names = "--models",
      defaultValue = "${env:WHETSTONE_MODELS}",
      description = "folder of models (default: models/ beside the launcher)")
  Path models;

  /** As it is named, else the launcher's. */
  public Path path() {
    String home = System.getProperty("whetstone.home", ".");
    return Optional.ofNullable(models).orElse(Path.of(home, "models")).toAbsolutePath();
  }
}
