package dev.whetstone.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where a command finds curricula. */
public final class CurriculaFolder {
  @Option(
      names = "--curricula",
      defaultValue = "${env:WHETSTONE_CURRICULA}",
      description = "folder of curriculum files (default: curricula/ beside the launcher)")
  Path curricula;

  /** As it is named, else the launcher's. */
  public Path path() {
    String home = System.getProperty("whetstone.home", ".");
    return Optional.ofNullable(curricula).orElse(Path.of(home, "curricula")).toAbsolutePath();
  }
}
