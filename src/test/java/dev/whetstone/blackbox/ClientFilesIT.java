package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The Python files, fetched from the server and tried against it, through a proxy that fails. */
@ExtendWith(SharedServer.class)
class ClientFilesIT {
  private static final int TASKS = 40;
  private static final int GROUP_SIZE = 4;

  @AfterEach
  void nothingIsHarmed(Witness witness) {
    witness.isUnharmed();
  }

  @Test
  void keepTheirWordWhateverFails(Door door) throws Exception {
    String python = Python.found();
    DrivenRun run = DrivenRun.create(door, "default", GROUP_SIZE);
    List<Map<String, String>> tasks =
        run.tasks(TASKS).stream().map(ClientFilesIT::theCase).toList();

    JsonNode report =
        Python.run(
            python,
            "test_clients.py",
            door,
            Map.of("run", run.id(), "group_size", GROUP_SIZE, "tasks", tasks));

    System.out.println(report);
    assertTrue(report.path("tests").asInt() > 30, report::toString);
    run.agreeingAudit();
  }

  private static Map<String, String> theCase(Handed task) {
    return Map.of(
        "task", task.task(),
        "question", task.question(),
        "right", task.right("1"),
        "wrong", task.unreadable("2"));
  }
}
