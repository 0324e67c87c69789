package dev.whetstone.blackbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A trainer's own client code, fetched from its registry and driven by a script of ours. */
record TrainerClient(String name) {
  private static final Path CACHE =
      Path.of(System.getProperty("user.home"), ".cache", "whetstone", "clients");

  /** A sample and what it is to earn. */
  record Case(String prompt, String response, String label, double expect) {}

  /** Right and wrong answers to tasks of a run, and to references that are no task of ours. */
  static List<Case> cases(List<Handed> tasks) {
    List<Case> cases = new ArrayList<>();
    for (Handed task : tasks) {
      cases.add(new Case(task.question(), task.right("1"), task.task(), 1));
      cases.add(new Case(task.question(), task.unreadable("2"), task.task(), 0));
    }
    cases.add(new Case("What is 2+2?", "It is \\boxed{4}.", "4", 1));
    cases.add(new Case("What is 2+2?", "The answer is 5.", "4", 0));
    cases.add(new Case("The capital of France?", "The answer is Paris.", "Paris", 1));
    cases.add(new Case("Half of one?", "<answer>0.5</answer>", "1/2", 1));
    cases.add(new Case("\u00bfQu\u00e9?", "No s\u00e9 \ud83d\ude00", "7", 0));
    return cases;
  }

  /** What it came to: its runs, and where a reward was not as it was to be. */
  JsonNode asks(Door door, List<Case> cases) throws Exception {
    return Python.run(prepared(), name + "_client.py", door, cases);
  }

  /** The same client through a proxy that fails in many ways; what it experiences. */
  JsonNode suffers(Door door, List<Case> cases) throws Exception {
    return Python.run(prepared(), "faults.py", door, cases, name + "_client");
  }

  /** What the trainers' readers make of the files in a folder. */
  JsonNode reads(Path folder, int rows) throws Exception {
    return Python.read(prepared(), name + "_check.py", folder.toString(), "" + rows);
  }

  private String prepared() throws Exception {
    return Python.prepare(Python.found(), CACHE, name).path("python").asText();
  }
}
