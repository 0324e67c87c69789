package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole loop by itself under simulated traffic, killed once in the middle of each of its
 * stages; with {@code -Dloop.minutes=30} it goes on for so long, killed at random.
 */
@Tag("long")
class LoopIT {
  private static final int MINUTES = Integer.getInteger("loop.minutes", 0);
  private static final int OUTCOMES = 40;
  private static final long WORKERS = 8;

  @TempDir private Path folder;
  private final LoopTraffic traffic = new LoopTraffic();
  private LoopJudge judge;
  private LoopServer server;
  private LoopVersions versions;
  private LoopSolver solver;
  private LoopWriter writer;
  private LoopProposer proposer;
  private List<LoopRater> raters;
  private LoopRater unheard;
  private final long began = System.nanoTime();

  @BeforeEach
  void start() throws Exception {
    judge = new LoopJudge();
    server = new LoopServer(folder, judge.environment());
    Door door = server.door();
    versions = new LoopVersions(door);
    solver = new LoopSolver(traffic, door);
    writer = new LoopWriter(traffic, door);
    proposer = new LoopProposer(traffic, door);
    unheard = new LoopRater(traffic, door, "dora", false, solver);
    raters =
        List.of(
            new LoopRater(traffic, door, "ann", false, solver),
            new LoopRater(traffic, door, "ben", false, solver),
            new LoopRater(traffic, door, "carol", true, solver));
  }

  @AfterEach
  void end() {
    if (server != null) server.close();
    judge.close();
  }

  @Test
  void whereverItIsKilledTheLoopGoesOnAndNothingIsLostOrDoubled() throws Exception {
    told("the first version serves");
    killedWhileLabelling();
    killedWhileScoring();
    killedOnceAVoteIsKept();
    killedOnceAProposalIsPaid();
    killedWhileTraining();
    killedWhileMeasuring();
    killedWhileVersionsChange();
    killedAtRandom();
    traffic.stop();
    told("the traffic has ended");
    server.await(() -> Optional.of(writer.open()).filter(List::isEmpty));
    check();
    server.stop();
    told("all is as it must be");
  }

  private void told(String what) {
    System.out.printf("%3d s: %s%n", (System.nanoTime() - began) / 1_000_000_000, what);
  }

  private void killedWhileLabelling() throws Exception {
    traffic.start("writer", Duration.ofMillis(150), writer::act);
    server.await(() -> begun().filter(any -> judge.answered() > 5));
    JsonNode open = server.await(this::heldInItsMiddle);
    server.await(() -> Optional.of(judge).filter(one -> one.waiting() > 0));
    server.failMachine();
    judge.goOn();
    told("killed while labelling, after " + open.path("calls") + " calls");
  }

  /** The judge is held while one is in its middle, and goes on where all are at their beginning. */
  private Optional<JsonNode> heldInItsMiddle() {
    judge.hold();
    Optional<JsonNode> held = begun();
    if (held.isEmpty()) judge.goOn();
    return held;
  }

  /** A labelling in the middle of its ledger. */
  private Optional<JsonNode> begun() {
    return writer.open().stream().filter(one -> one.path("calls").asInt() > 0).findFirst();
  }

  private void killedWhileScoring() throws Exception {
    for (int i = 0; i < 2; i++) traffic.start("solver", Duration.ofMillis(250), solver::act);
    server.await(() -> Optional.of(solver).filter(one -> one.outcomes() >= OUTCOMES));
    server.killServer();
    told("killed while scoring, after " + solver.outcomes() + " outcomes");
  }

  private void killedOnceAVoteIsKept() throws Exception {
    for (LoopRater rater : raters) traffic.start("rater", Duration.ofMillis(100), rater::act);
    Runnable again = unheard.voteUnheard();
    server.failMachine();
    again.run();
    told("killed between a vote and its receipt");
  }

  private void killedOnceAProposalIsPaid() throws Exception {
    Runnable again = proposer.payUnheard();
    server.killServer();
    again.run();
    traffic.start("proposer", Duration.ofMillis(200), proposer::act);
    told("killed between a payment and its receipt");
  }

  private void killedWhileTraining() throws Exception {
    String id = server.await(versions::inTraining);
    server.failMachine();
    told("killed while training");
    JsonNode trained = server.await(() -> versions.trained(id));
    assertEquals("TRAINED", trained.path("state").asText(), trained::toString);
    assertEquals(0, trained.path("failures").asInt(), trained::toString);
    assertTrue(server.log(id).contains("Going on from the checkpoint at step"), server.log(id));
  }

  private void killedWhileMeasuring() throws Exception {
    String candidate = server.await(versions::inTrial);
    server.killServer();
    told("killed while " + candidate + " is measured");
  }

  private void killedWhileVersionsChange() throws Exception {
    String promoted =
        server.await(() -> versions.inState("SERVING").filter(one -> !one.equals("1")));
    Optional<String> reads = versions.reads();
    server.failMachine();
    told("killed when %s was to serve and %s did".formatted(promoted, reads));
    server.await(() -> versions.reads().filter(one -> !one.equals("1")));
  }

  private void killedAtRandom() throws Exception {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    long end = System.nanoTime() + Duration.ofMinutes(MINUTES).toNanos();
    while (System.nanoTime() < end) {
      Thread.sleep(random.nextInt(500, 25_000));
      if (random.nextBoolean()) server.failMachine();
      else server.killServer();
      traffic.requireNoFault();
      told(solver.outcomes() + " outcomes, " + versions.versions().size() + " versions");
    }
  }

  private void check() throws Exception {
    System.out.printf("%d deaths, %d requests repeated%n", server.deaths(), traffic.repeats());
    assertTrue(traffic.repeats() > 0);
    try (LoopSql sql = server.sql()) {
      solver.check();
      writer.check(sql);
      for (LoopRater rater : raters) rater.check(sql);
      unheard.check(sql);
      LoopRater.checkLabels(sql);
      proposer.check();
      LoopVersions.check(sql);
      for (List<String> row : sql.rows("SELECT id FROM retraining WHERE state = 'TRAINED'"))
        assertFalse(server.hasCheckpoints(row.getFirst()), row::toString);
      long again = judge.answered() - sql.number("SELECT count(*) FROM labelling_entry");
      assertTrue(again <= WORKERS * server.deaths(), again + " calls were made again");
    }
  }
}
