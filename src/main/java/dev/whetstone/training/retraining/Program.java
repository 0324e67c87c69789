package dev.whetstone.training.retraining;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * This program again, as a process of its own that ends with this one: its input is a pipe that the
 * system closes when we are gone.
 *
 * @param config whose settings it gets
 * @param heap as Java takes it
 * @param niceness how far it stands back
 */
record Program(Config config, String heap, int niceness) {
  /** Beginnings of settings that its commands know. */
  private static final List<String> PASSED = List.of("whetstone.home", "whetstone.promotion.");

  private static final Map<String, String> DATABASE =
      Map.of(
          "quarkus.datasource.jdbc.url", "QUARKUS_DATASOURCE_JDBC_URL",
          "quarkus.datasource.username", "QUARKUS_DATASOURCE_USERNAME",
          "quarkus.datasource.password", "QUARKUS_DATASOURCE_PASSWORD");

  Process start(List<String> arguments, Redirect output) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command(arguments)).redirectErrorStream(true).redirectOutput(output);
    DATABASE.forEach(
        (name, variable) ->
            value(name).ifPresent(value -> builder.environment().put(variable, value)));
    return builder.start();
  }

  private Optional<String> value(String name) {
    return config.getOptionalValue(name, String.class);
  }

  private List<String> command(List<String> arguments) {
    List<String> command = new ArrayList<>();
    if (niceness > 0) command.addAll(List.of("nice", "-n", Integer.toString(niceness)));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx" + heap, "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError"));
    command.addAll(
        List.of("--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED"));
    for (String name : config.getPropertyNames())
      if (PASSED.stream().anyMatch(name::startsWith))
        value(name).ifPresent(value -> command.add("-D" + name + "=" + value));
    command.addAll(List.of("-jar", System.getProperty("java.class.path")));
    command.addAll(arguments);
    return command;
  }
}
