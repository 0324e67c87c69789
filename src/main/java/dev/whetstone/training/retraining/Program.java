package dev.whetstone.training.retraining;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
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

  /** Set in a native image, which is the program itself. */
  private static final String NATIVE = "org.graalvm.nativeimage.imagecode";

  /** As the launcher has it; the class path is the packaged program's jar. */
  private static final List<String> JAVA =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:+ExitOnOutOfMemoryError",
          "--sun-misc-unsafe-memory-access=allow",
          "--enable-native-access=ALL-UNNAMED",
          "-jar",
          System.getProperty("java.class.path", ""));

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
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.add("-Xmx" + heap);
    for (String name : config.getPropertyNames())
      if (PASSED.stream().anyMatch(name::startsWith))
        value(name).ifPresent(value -> command.add("-D" + name + "=" + value));
    if (System.getProperty(NATIVE) == null) command.addAll(JAVA);
    command.addAll(arguments);
    return command;
  }
}
