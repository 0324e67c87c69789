package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.task.Split;
import java.util.List;

/** A run with a record, to look at again after something bad was sent. */
record Witness(DrivenRun run, Handed open, DrivenRun finished, List<JsonNode> record) {
  static final String SEED = "the witness's secret";

  static Witness at(Door door) {
    DrivenRun run = DrivenRun.create(door, "arithmetic", 3, Split.TRAIN, SEED);
    Handed closed = run.task();
    run.results(List.of(DrivenRun.group(closed, closed.right("1"), "no", closed.right("2"))));
    Handed open = run.task();
    run.result(open, open.right("3"));
    DrivenRun finished = DrivenRun.create(door, "arithmetic", 1);
    door.post(finished.path("/finish"), "").expect(200);
    return new Witness(run, open, finished, run.outcomes());
  }

  /** The server serves, and the record is what it was. */
  void isUnharmed() {
    run.door().get("/q/health/ready").expect(200);
    assertEquals(record, run.outcomes());
    run.agreeingAudit();
    assertEquals(2, run.get("").path("tasks").asInt());
    assertEquals(0, finished.get("").path("tasks").asInt());
  }

  /** This text with the witness's names in place of {run}, {finished} and {task}. */
  String fill(String text) {
    return text.replace("{run}", run.id())
        .replace("{finished}", finished.id())
        .replace("{task}", open.task());
  }
}
