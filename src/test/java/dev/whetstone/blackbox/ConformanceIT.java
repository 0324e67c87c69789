package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opentest4j.TestAbortedException;

/**
 * Every trainer's own client code against the packaged server, and what it experiences behind a
 * proxy that fails; {@code ./whetstone conformance} runs it and prints the tables.
 */
@Tag("conformance")
@ExtendWith(SharedServer.class)
class ConformanceIT {
  private static final ConformanceTable TABLE = new ConformanceTable();

  /** Those whose faults are told by another of the same package, or by nobody yet. */
  private static final Set<String> ONLY_WELL = Set.of("atropos", "nemo_gym_agent");

  /** Those that do not answer the tasks of a run. */
  private static final Set<String> OF_THEIR_OWN = Set.of("reasoning_gym", "atropos");

  @BeforeAll
  static void begin() {
    TABLE.notRun("roll", "ROLL is on no package registry; RollIT sends what its client would");
  }

  @AfterAll
  static void write() throws Exception {
    TABLE.write(Path.of("target", "conformance.md"));
  }

  @AfterEach
  void nothingIsHarmed(Witness witness) {
    witness.isUnharmed();
  }

  static List<String> clients() {
    return List.of(
        "openrlhf",
        "slime",
        "verl",
        "trl",
        "ms_swift",
        "areal",
        "skyrl",
        "openenv",
        "ors",
        "nemo_gym",
        "nemo_gym_agent",
        "verifiers",
        "axolotl",
        "reasoning_gym",
        "atropos");
  }

  @ParameterizedTest
  @MethodSource("clients")
  void getsItsRewards(String client, Door door) throws Exception {
    DrivenRun run = DrivenRun.create(door, "default", 64);
    JsonNode report;
    try {
      report = new TrainerClient(client).asks(door, TrainerClient.cases(run.tasks(3)));
    } catch (TestAbortedException notRun) {
      TABLE.notRun(client, notRun.getMessage());
      throw notRun;
    }
    report.path("runs").forEach(TABLE::ran);
    assertEquals(List.of(), DrivenRun.list(report.path("failures")));
    assertTrue(report.path("runs").size() > 0, report::toString);
    boolean own = OF_THEIR_OWN.contains(client);
    assertTrue(own || run.outcomes().size() > 0, "nothing was saved");
    run.agreeingAudit();
  }

  static List<String> askers() {
    return clients().stream().filter(client -> !ONLY_WELL.contains(client)).toList();
  }

  @ParameterizedTest
  @MethodSource("askers")
  void experiencesFaults(String client, Door door) throws Exception {
    DrivenRun run = DrivenRun.create(door, "default", 64);
    JsonNode report = new TrainerClient(client).suffers(door, TrainerClient.cases(run.tasks(1)));
    report.path("runs").forEach(TABLE::experienced);
    report.path("runs").forEach(ConformanceGolden::agrees);
    run.agreeingAudit();
  }
}
