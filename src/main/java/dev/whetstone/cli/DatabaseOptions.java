package dev.whetstone.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which database a command works on: one that is named, or the embedded one of a folder. */
public final class DatabaseOptions {
  @Option(
      names = "--data",
      defaultValue = "${env:WHETSTONE_DATA}",
      description = "folder of the embedded database (default: ${env:HOME}/.local/share/whetstone)")
  Path data;

  @Option(
      names = "--jdbc-url",
      defaultValue = "${env:QUARKUS_DATASOURCE_JDBC_URL}",
      description = "an external PostgreSQL; then none is started")
  String jdbcUrl;

  /** The external database, if one is named. */
  Optional<String> external() {
    return Optional.ofNullable(jdbcUrl).filter(url -> !url.isBlank());
  }

  /** Where the embedded one lives. */
  Path folder() {
    return Optional.ofNullable(data).orElseGet(DatabaseOptions::userData).toAbsolutePath();
  }

  private static Path userData() {
    String home =
        Optional.ofNullable(System.getenv("HOME")).orElse(System.getProperty("user.home"));
    return Optional.ofNullable(System.getenv("XDG_DATA_HOME"))
        .map(Path::of)
        .orElse(Path.of(home, ".local", "share"))
        .resolve("whetstone");
  }
}
