package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code labels} with no server, and beside one on the same data folder. */
class LabelImportIT {
  private static final Path GOLDEN = Launch.HOME.resolve("src/test/resources/labels");
  private static final Path JAR = Launch.HOME.resolve("target/quarkus-app/quarkus-run.jar");

  @TempDir private Path folder;

  @Test
  void labelsAreImportedWithoutAServerAndBesideOne() throws Exception {
    Launch launch = Launch.fresh();
    String data = launch.data().toString();

    String alone = succeeds("import", GOLDEN.toString(), "--licence", "MIT", "--data", data);
    assertTrue(alone.contains("from 10 files"), alone);
    assertTrue(alone.contains("prm800k: 5 imported, 0 already there, 0 refused"), alone);
    assertFalse(Files.exists(launch.data().resolve("pgdata/postmaster.pid")), "its database runs");

    try (PackagedServer server = PackagedServer.start(launch)) {
      String again = succeeds("import", GOLDEN.toString(), "--licence", "MIT", "--data", data);
      assertTrue(again.contains("prm800k: 0 imported, 5 already there, 0 refused"), again);
      assertTrue(again.contains("nothing new"), again);
      String list = succeeds("list", "--data", data);
      assertTrue(
          list.matches("(?s).*processbench +test +solutions +2 +1 +1 +MIT +human: .*"), list);
      assertTrue(server.isReady(), "the server was harmed");
      assertTrue(server.postgres().isPresent(), "its database was stopped");
      server.stop();
    }
  }

  @Test
  void whatIsRefusedIsWrittenDownAndNothingReadableIsAFailure() throws Exception {
    String data = folder.resolve("data").toString();
    PreparedData.copyTo(Path.of(data));
    Path mixed = folder.resolve("mixed.jsonl");
    Files.writeString(
        mixed,
        """
        {"id": 1, "problem": "p", "steps": ["s"], "first_error": 3}
        {"id": 2, "problem": "p", "steps": ["s"], "first_error": 0}
        """);
    Path refused = folder.resolve("refused.tsv");

    String said =
        succeeds("import", mixed.toString(), "--refused", refused.toString(), "--data", data);
    assertTrue(said.contains("mixed: 1 imported, 0 already there, 1 refused"), said);
    assertTrue(said.contains("line 1: first_error is 3"), said);
    assertEquals(1, Files.readAllLines(refused).size());

    Path nonsense = Files.writeString(folder.resolve("nonsense.jsonl"), "nonsense\n");
    Launch.Ended ended = run("import", nonsense.toString(), "--data", data);
    assertEquals(1, ended.code(), ended::toString);
    assertFalse(ended.lines().stream().anyMatch(l -> l.startsWith("\tat ")), ended::toString);
    assertFalse(succeeds("list", "--data", data).contains("nonsense"));
  }

  private String succeeds(String... arguments) throws IOException, InterruptedException {
    Launch.Ended ended = run(arguments);
    assertEquals(0, ended.code(), ended::toString);
    return String.join("\n", ended.lines());
  }

  private Launch.Ended run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC"));
    command.addAll(
        List.of("--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED"));
    command.addAll(List.of("-Dwhetstone.home=" + Launch.HOME, "-jar", JAR.toString(), "labels"));
    command.addAll(List.of(arguments));
    Path log = folder.resolve("labels.log");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    assertTrue(process.waitFor(2, TimeUnit.MINUTES), "did not end");
    return new Launch.Ended(process.exitValue(), Files.readAllLines(log));
  }
}
