package dev.whetstone.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Processes that come and go, and the one database that they share. */
@Timeout(300)
class SharedDatabaseIT {
  @TempDir private static Path folder;

  @AfterEach
  void nothingRuns() throws Exception {
    stops();
  }

  @Test
  void theFirstsEndLeavesItToTheSecondWhoseEndStopsIt() throws Exception {
    try (Holder first = Holder.start(folder).untilOpen();
        Holder second = Holder.start(folder).untilOpen()) {
      first.end();
      second.works();
      second.end();
    }
    stops();
  }

  @Test
  void aSignalledFirstLeavesItTooAndASignalledLastStopsIt() throws Exception {
    try (Holder first = Holder.start(folder).untilOpen();
        Holder second = Holder.start(folder).untilOpen()) {
      first.terminate();
      second.works();
      second.terminate();
    }
    stops();
  }

  @Test
  void aKilledFirstIsNoLongerCounted() throws Exception {
    try (Holder first = Holder.start(folder).untilOpen();
        Holder second = Holder.start(folder).untilOpen()) {
      first.kill();
      second.works();
      second.end();
    }
    stops();
  }

  @Test
  void whereEveryUserIsKilledItStopsByItself() throws Exception {
    try (Holder first = Holder.start(folder).untilOpen();
        Holder second = Holder.start(folder).untilOpen()) {
      first.kill();
      second.works();
      second.kill();
    }
    stops();
  }

  @Test
  void whoComesRightAfterAKillIsServed() throws Exception {
    for (int i = 0; i < 3; i++) {
      try (Holder killed = Holder.start(folder).untilOpen()) {
        killed.kill();
      }
    }
    try (Holder next = Holder.start(folder).untilOpen()) {
      next.works();
      TimeUnit.SECONDS.sleep(1);
      next.works();
      next.end();
    }
  }

  @Test
  void aKilledDatabaseIsStartedAgainForTheNext() throws Exception {
    try (Holder first = Holder.start(folder).untilOpen()) {
      for (ProcessHandle postgres : running()) postgres.destroyForcibly();
      first.end();
    }
    try (Holder next = Holder.start(folder).untilOpen()) {
      next.works();
      next.end();
    }
  }

  @Test
  void whoHasGotThePidOfADatabaseThatCrashedIsLeftAlone() throws Exception {
    try (Holder first = Holder.start(folder).untilOpen()) {
      first.end();
    }
    Process other = new ProcessBuilder("sleep", "600").start();
    try (Holder next = startedAfterACrash(other.pid()).untilOpen()) {
      next.works();
      next.end();
      assertTrue(other.isAlive());
    } finally {
      other.destroyForcibly();
    }
  }

  private static Holder startedAfterACrash(long pid) throws IOException {
    Path data = folder.resolve("pgdata");
    Files.writeString(data.resolve("postmaster.pid"), pid + "\n" + data + "\n");
    return Holder.start(folder);
  }

  @Test
  void aPlainFileInPlaceOfThePipeIsReplaced() throws Exception {
    Files.deleteIfExists(folder.resolve("users.pipe"));
    Files.createFile(folder.resolve("users.pipe"));
    try (Holder first = Holder.start(folder).untilOpen()) {
      TimeUnit.SECONDS.sleep(1);
      first.works();
      first.end();
    }
  }

  @Test
  void manyThatComeAndGoAtOnceAreAllServed() throws Exception {
    SplittableRandom random = new SplittableRandom(11);
    List<Holder> open = new ArrayList<>();
    try {
      comeAndGo(open, random);
    } finally {
      open.forEach(Holder::close);
    }
    stops();
  }

  private static void comeAndGo(List<Holder> open, SplittableRandom random) throws Exception {
    for (int i = 0; i < 3; i++) {
      Holder one = Holder.start(folder);
      Holder other = Holder.start(folder);
      for (Holder holder : open) holder.works();
      while (!open.isEmpty() && random.nextInt(3) > 0)
        end(open.remove(random.nextInt(open.size())), random.nextInt(3));
      open.add(one.untilOpen());
      open.add(other.untilOpen());
    }
    for (Holder holder : open) holder.works();
    for (Holder holder : open) holder.end();
  }

  private static void end(Holder holder, int how) throws IOException, InterruptedException {
    switch (how) {
      case 0 -> holder.end();
      case 1 -> holder.terminate();
      default -> holder.kill();
    }
  }

  private static void stops() throws Exception {
    for (int i = 0; i < 600 && !running().isEmpty(); i++) TimeUnit.MILLISECONDS.sleep(100);
    assertEquals(List.of(), running());
    assertTrue(Files.notExists(folder.resolve("pgdata/postmaster.pid")), "it went in disorder");
  }

  /** Every process that was started with this folder's data. */
  private static List<ProcessHandle> running() {
    String data = folder.resolve("pgdata").toString();
    return ProcessHandle.allProcesses()
        .filter(p -> p.info().commandLine().filter(line -> line.contains(data)).isPresent())
        .toList();
  }
}
