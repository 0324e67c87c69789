package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starting, stopping, and everything that stands in the way of it. */
class LifeIT {
  private static final int CLIENTS = 4;
  private static PackagedServer server;

  @BeforeAll
  static void start() {
    server = PackagedServer.start(Launch.in(Launch.temporary("whetstone it's odd")));
  }

  @AfterAll
  static void close() {
    if (server != null) server.close();
  }

  @Test
  void aPortInUseGetsOneClearLine(@TempDir Path folder) throws Exception {
    Launch second = Launch.in(folder).port(server.launch().port());

    Launch.Ended ended = second.toItsEnd();

    isOneLine(ended, Integer.toString(second.port()), "--port");
    assertFalse(Files.exists(second.data().resolve("pgdata")), "it made a database for nothing");
    isUndisturbed();
  }

  @Test
  void aDataFolderInUseGetsOneClearLine(@TempDir Path folder) throws Exception {
    String data = server.launch().data().toString();
    isOneLine(Launch.in(folder).with("--data", data).toItsEnd(), data, "--data");
    isUndisturbed();
  }

  private static void isOneLine(Launch.Ended ended, String named, String mend) {
    assertEquals(1, ended.code(), ended::toString);
    assertEquals(1, ended.lines().size(), ended::toString);
    String line = ended.lines().getFirst();
    assertTrue(line.startsWith("whetstone: "), line);
    assertTrue(line.contains(named) && line.contains(mend), line);
  }

  private static void isUndisturbed() {
    assertTrue(server.isReady());
    assertTrue(server.postgres().isPresent());
    DrivenRun run = DrivenRun.create(server.door(), "arithmetic", 1);
    Handed task = run.task();
    assertEquals(1.0, run.result(task, task.right("1")).path("reward").asDouble());
  }

  @Test
  void aBrokenCurriculumIsNamedWithItsLineAndWhatToDo(@TempDir Path folder, @TempDir Path data)
      throws Exception {
    String broken = "name: broken\nfamilies:\n  chain_sum:\n    wieght: 2\n";
    Files.writeString(folder.resolve("broken.yaml"), broken);
    Launch launch = Launch.in(data).curricula(folder);

    Launch.Ended ended = launch.toItsEnd();

    assertEquals(1, ended.code(), ended::toString);
    List<String> told = ended.lines().stream().filter(l -> l.contains("broken.yaml:4")).toList();
    assertEquals(1, told.size(), ended::toString);
    assertTrue(told.getFirst().contains("weight"), told::toString);
    assertFalse(ended.lines().stream().anyMatch(l -> l.startsWith("\tat ")), ended::toString);
    assertFalse(Files.exists(launch.data().resolve("pgdata/postmaster.pid")), "its database runs");
  }

  @Test
  void noCurriculaAtAllIsToldToo(@TempDir Path folder) throws Exception {
    Launch launch = Launch.in(folder).curricula(Path.of("/no such folder"));
    Launch.Ended ended = launch.toItsEnd();
    assertEquals(1, ended.code(), ended::toString);
    assertTrue(
        ended.lines().stream().anyMatch(l -> l.contains("/no such folder")), ended::toString);
    assertFalse(ended.lines().stream().anyMatch(l -> l.startsWith("\tat ")), ended::toString);
  }

  @Test
  void aDatabaseThatDoesNotAnswerIsTold(@TempDir Path folder) throws Exception {
    String url = "jdbc:postgresql://127.0.0.1:" + Launch.freePort() + "/none";
    Launch.Ended ended = Launch.in(folder).with("--jdbc-url", url).toItsEnd();
    assertEquals(1, ended.code(), ended::toString);
    assertTrue(ended.lines().stream().anyMatch(l -> l.contains("127.0.0.1")), ended::toString);
    assertFalse(ended.lines().stream().anyMatch(l -> l.startsWith("\tat ")), ended::toString);
  }

  @Test
  void sigtermUnderLoadDrainsAndLeavesNothingBehind() throws Exception {
    DrivenRun run = DrivenRun.create(server.door(), "arithmetic", Load.GROUP);
    Load load = new Load(run);
    load.start(CLIENTS);
    Thread.sleep(1_500);
    Instant start = Instant.now();
    server.stop();
    Duration stopped = Duration.between(start, Instant.now());
    load.stop();

    start = Instant.now();
    server.restart();
    Duration started = Duration.between(start, Instant.now());
    System.out.printf("stopped in %s, started again in %s%n", stopped, started);
    load.settle();
    load.assertNothingIsLost(run);
    assertTrue(load.acknowledged() > 0, "there was no load");
  }

  @Test
  void anOrdinaryUserIsServed() throws Exception {
    assumeTrue(System.getProperty("user.name").equals("root"), "runs as an ordinary user anyway");
    String[] nobody = {"setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--"};
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Path jar = Launch.HOME.resolve("target/quarkus-app/quarkus-run.jar");
    for (Path needed : List.of(java, jar))
      assumeTrue(succeeds(nobody, needed), "setpriv is missing, or nobody cannot read " + needed);
    Path folder = Launch.temporary("whetstone-it");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    Map<String, String> home = Map.of("HOME", "/nonexistent");

    try (PackagedServer other =
        PackagedServer.start(Launch.in(folder).by(nobody).environment(home))) {
      assertEquals("nobody", Files.getOwner(other.launch().data()).getName());
      DrivenRun run = DrivenRun.create(other.door(), "default", 1);
      Handed task = run.task();
      assertEquals(1.0, run.result(task, task.right("1")).path("reward").asDouble());
      other.stop();
    }
  }

  private static boolean succeeds(String[] prefix, Path readable) throws Exception {
    List<String> command = new ArrayList<>(List.of(prefix));
    command.addAll(List.of("test", "-r", readable.toString()));
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException missing) {
      return false;
    }
  }
}
