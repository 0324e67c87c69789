package dev.whetstone.task.family;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.whetstone.task.Grade;
import dev.whetstone.task.Identity;
import dev.whetstone.task.Levels;
import dev.whetstone.task.Split;
import dev.whetstone.task.Task;
import dev.whetstone.task.TaskFamily;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/**
 * One task pinned to its exact text, and completions with their grades:
 *
 * <pre>
 * levels: num_terms=1,num_digits=0
 * question: ...
 * answer: "12"
 * grades:
 *   RIGHT: [...]
 *   WRONG: [...]
 *   UNREADABLE: [...]
 * </pre>
 */
record GoldenCases(
    String levels, String question, String answer, Map<String, List<String>> grades) {
  @SuppressWarnings("unchecked")
  static GoldenCases of(String family) {
    try (InputStream file = GoldenCases.class.getResourceAsStream("/cases/" + family + ".yaml")) {
      Map<String, Object> read = new Yaml().load(file);
      return new GoldenCases(
          (String) read.get("levels"),
          (String) read.get("question"),
          (String) read.get("answer"),
          (Map<String, List<String>>) read.get("grades"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void verify(TaskFamily family) {
    Levels at = Levels.parse(family.controls(), levels);
    Task task = Identity.of(family, at, Split.TRAIN, "golden", 0).make(family);
    assertEquals(question.strip(), task.question().strip());
    assertEquals(answer.strip(), task.answer().strip());
    for (Grade grade : Grade.values())
      for (String completion : grades.get(grade.name()))
        assertEquals(grade, task.check().grade(completion), () -> "completion: " + completion);
  }
}
