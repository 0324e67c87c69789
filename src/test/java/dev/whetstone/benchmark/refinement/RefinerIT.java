package dev.whetstone.benchmark.refinement;

import static dev.whetstone.model.remote.ScriptedServer.after;
import static dev.whetstone.model.remote.ScriptedServer.refusing;
import static dev.whetstone.model.remote.ScriptedServer.saying;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.cli.TestDatabase;
import dev.whetstone.model.remote.ChatClient;
import dev.whetstone.model.remote.ScriptedServer;
import dev.whetstone.verify.proof.ProofJudge;
import dev.whetstone.verify.proof.ProofLimits;
import dev.whetstone.verify.proof.issue.IssueLimits;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The server's own refiner, by a model that hangs, or writes what nobody can read. */
class RefinerIT {
  private static final Plan PLAN = new Plan(Course.THREADS, Until.VERIFIED, 1, 2, 1, 1, 1, true);
  private static final SmallRyeConfig SETTINGS =
      new SmallRyeConfigBuilder()
          .withMapping(ProofLimits.class)
          .withMapping(IssueLimits.class)
          .withMapping(RefinementLimits.class)
          .withDefaultValue("whetstone.refinement.workers", "2")
          .withDefaultValue("whetstone.refinement.rest", "PT0.1S")
          .withConverter(Duration.class, 200, Duration::parse)
          .build();
  private static final RefinementLimits LIMITS = SETTINGS.getConfigMapping(RefinementLimits.class);

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private final Rows rows = new Rows(DATABASE.source());
  private final Rounds rounds = new Rounds(DATABASE.source(), LIMITS, Clock.systemUTC());

  private static Refiner refiner(ChatClient client) {
    Refinements refinements = new Refinements(DATABASE.source(), null, null, Clock.systemUTC());
    ProofJudge judge =
        new ProofJudge(
            client,
            client.sampling(),
            SETTINGS.getConfigMapping(ProofLimits.class),
            SETTINGS.getConfigMapping(IssueLimits.class));
    return new Refiner(DATABASE.source(), refinements, LIMITS, Optional.of(judge));
  }

  private static ChatClient client(ScriptedServer server) {
    return new ChatClient(
        ScriptedServer.settings(server.url(), "retries", "0"),
        InstantSource.system(),
        new SplittableRandom(1));
  }

  private UUID judged(double mean) {
    UUID id = rows.refinement("any", PLAN);
    rows.attempt(id, 0, 0, 0, mean);
    return id;
  }

  private static void await(BooleanSupplier state) throws InterruptedException {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!state.getAsBoolean()) {
      assertTrue(System.nanoTime() < deadline);
      Thread.sleep(20);
    }
  }

  @Test
  void aRefinerThatHangsHoldsUpNeitherOtherProblemsNorWhatIsOnlyToBeEnded() throws Exception {
    try (ScriptedServer server =
            new ScriptedServer(after(60_000, saying("late")), saying("no format"));
        ChatClient client = client(server)) {
      Refiner refiner = refiner(client);
      UUID hangs = judged(0);
      rounds.look();
      refiner.refine();
      await(() -> server.asked().size() == 1);
      UUID other = judged(0);
      UUID passed = judged(1);
      rounds.look();
      assertTrue(rows.isEnded(passed));
      assertFalse(rows.isEnded(other));
      refiner.refine();
      await(() -> rows.attempts(other) == 2);
      rounds.look();
      assertTrue(rows.isEnded(other));
      assertEquals(1, rows.attempts(hangs));
      refiner.stop(null);
    }
  }

  @Test
  void whatAStopLaysDownAnotherServerTakesUpAtOnce() throws Exception {
    try (ScriptedServer server =
            new ScriptedServer(after(60_000, saying("late")), saying("no format"));
        ChatClient client = client(server)) {
      UUID id = judged(0);
      rounds.look();
      Refiner stopped = refiner(client);
      stopped.refine();
      await(() -> server.asked().size() == 1);
      stopped.stop(null);
      assertEquals(1, rows.attempts(id));
      Refiner next = refiner(client);
      await(
          () -> {
            next.refine();
            return rows.attempts(id) == 2;
          });
      next.stop(null);
    }
  }

  @Test
  void aRefinerInTroubleIsAskedAgainAfterARest() throws Exception {
    try (ScriptedServer server =
            new ScriptedServer(refusing(500, "out of memory"), saying("no format"));
        ChatClient client = client(server)) {
      UUID id = judged(0);
      rounds.look();
      Refiner refiner = refiner(client);
      await(
          () -> {
            refiner.refine();
            return rows.attempts(id) == 2;
          });
      refiner.stop(null);
      // it may have gone on to the next attempt before it was stopped
      assertTrue(server.asked().size() >= 2, "a fault of the refiner's server is no attempt");
    }
  }
}
