package dev.whetstone.rollout.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.rollout.RecordedGroups.Answered;
import dev.whetstone.rollout.RecordedGroups.Group;
import dev.whetstone.rollout.TaskHandle;
import dev.whetstone.task.Grade;
import dev.whetstone.task.Levels;
import dev.whetstone.task.Split;
import dev.whetstone.verify.StepVerdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecordFormatTest {
  private static final List<Grade> GRADES = List.of(Grade.values());

  private static Group group(Optional<String> question, List<Answered> answers) {
    return new Group(
        new TaskHandle(new UUID(0, 1), "1"),
        "gcd",
        "1",
        new Levels(List.of(), List.of()),
        Split.TRAIN,
        5,
        question,
        answers);
  }

  private static Group group(Answered... answers) {
    return group(Optional.of("What?"), List.of(answers));
  }

  private static Answered answer(int place, String text, Grade grade) {
    return answer(place, Optional.ofNullable(text), grade, Optional.empty());
  }

  private static Answered answer(
      int place, Optional<String> text, Grade grade, Optional<StepVerdict> steps) {
    return new Answered(
        place, place, text, grade, 1, 0, "exact@1", "correctness@1", steps, Instant.EPOCH);
  }

  private static Answered read(String text, List<Double> right, OptionalInt firstError) {
    StepVerdict said = new StepVerdict.Read("verifier@3", right, firstError, 0.5, 0.5, List.of());
    return answer(1, Optional.of(text), Grade.RIGHT, Optional.of(said));
  }

  @Test
  void aPairIsAPromptWithWhatIsChosenAndWhatIsRejected() {
    Group group = group(answer(1, "4\n\"!\"", Grade.RIGHT), answer(2, "5", Grade.WRONG));
    assertEquals(
        """
        [{"prompt":[{"role":"user","content":"What?"}],\
        "chosen":[{"role":"assistant","content":"4\\n\\"!\\""}],\
        "rejected":[{"role":"assistant","content":"5"}],"rejected_grade":"wrong",\
        "task":"task:00000000-0000-0000-0000-000000000001@1","family":"gcd","version":"1",\
        "levels":"","split":"train","index":5}]""",
        RecordFormat.PAIRS.rows(group).toString());
    JsonNode text = RecordFormat.PAIRS_TEXT.rows(group).getFirst();
    assertEquals("What?", text.path("prompt").textValue());
    assertEquals("5", text.path("rejected").textValue());
  }

  /** Whatever was answered: right beside not right, and no answer twice. */
  @Test
  void noPairIsOfEqualGrades() {
    SplittableRandom random = new SplittableRandom(1);
    long pairs = 0;
    for (int round = 0; round < 500; round++) {
      Map<String, Grade> grades = new HashMap<>();
      List<Answered> answers = new ArrayList<>();
      for (int place = 1; place <= 1 + random.nextInt(8); place++) {
        String text = "answer " + random.nextInt(6);
        Grade grade = grades.computeIfAbsent(text, t -> GRADES.get(random.nextInt(GRADES.size())));
        answers.add(answer(place, random.nextInt(5) == 0 ? null : text, grade));
      }
      Set<String> used = new HashSet<>();
      for (ObjectNode row : RecordFormat.PAIRS_TEXT.rows(group(Optional.of("?"), answers))) {
        String chosen = row.path("chosen").textValue();
        String rejected = row.path("rejected").textValue();
        assertEquals(Grade.RIGHT, grades.get(chosen));
        assertTrue(grades.get(rejected) != Grade.RIGHT);
        assertTrue(used.add(chosen) && used.add(rejected), "an answer stands in two pairs");
        pairs++;
      }
    }
    assertTrue(pairs > 100, "pairs: " + pairs);
  }

  @Test
  void whatIsWrongIsRejectedBeforeWhatIsUnreadable() {
    Group group =
        group(
            answer(1, "?", Grade.UNREADABLE),
            answer(2, "5", Grade.WRONG),
            answer(3, "4", Grade.RIGHT));
    List<ObjectNode> rows = RecordFormat.PAIRS_TEXT.rows(group);
    assertEquals(1, rows.size());
    assertEquals("wrong", rows.getFirst().path("rejected_grade").textValue());
    assertEquals(
        List.of(),
        RecordFormat.PAIRS.rows(
            group(answer(1, "?", Grade.UNREADABLE), answer(2, "5", Grade.WRONG))));
  }

  @Test
  void stepsAreRatedUpToTheFirstError() {
    JsonNode row =
        RecordFormat.STEPS
            .rows(group(read("one\ntwo\nthree", List.of(0.9, 0.2, 0.4), OptionalInt.of(1))))
            .getFirst();
    assertEquals("verifier@3", row.path("labeler").textValue());
    assertEquals("What?", row.path("question").path("problem").textValue());
    assertEquals(3, row.path("question").path("pre_generated_steps").size());
    assertEquals(
        """
        {"steps":[{"completions":[{"text":"one","rating":1}],"chosen_completion":0},\
        {"completions":[{"text":"two","rating":-1}],"chosen_completion":null}],\
        "finish_reason":"found_error"}""",
        row.path("label").toString());
    JsonNode sound =
        RecordFormat.STEPS
            .rows(group(read("one\ntwo", List.of(0.9, 0.8), OptionalInt.empty())))
            .getFirst();
    assertEquals("solution", sound.path("label").path("finish_reason").textValue());
    assertEquals(2, sound.path("label").path("steps").size());
  }

  @Test
  void stepsThatWereNotReadOneByOneGiveNoRow() {
    assertEquals(List.of(), RecordFormat.STEPS.rows(group(answer(1, "4", Grade.RIGHT))));
    assertEquals(
        List.of(),
        RecordFormat.STEPS.rows(group(read("one\ntwo", List.of(), OptionalInt.empty()))));
    assertEquals(
        List.of(),
        RecordFormat.STEPS.rows(group(read("one\ntwo", List.of(0.5), OptionalInt.empty()))));
  }

  @Test
  void anOutcomeStaysWhenItsTextIsGone() {
    Group group = group(Optional.empty(), List.of(answer(1, null, Grade.WRONG)));
    JsonNode row = RecordFormat.OUTCOMES.rows(group).getFirst();
    assertTrue(row.path("candidate").isNull() && row.path("question").isNull(), row::toString);
    assertEquals("wrong", row.path("grade").textValue());
    assertEquals(List.of(), RecordFormat.PAIRS.rows(group));
  }

  @Test
  void anExampleHasEveryKeyAndNoEmptyList() {
    for (RecordFormat format : RecordFormat.values()) {
      ObjectNode example = format.example();
      Group group =
          group(read("a", List.of(0.9), OptionalInt.empty()), answer(2, "b", Grade.WRONG));
      ObjectNode row = format.rows(group).getFirst();
      assertEquals(keys(example), keys(row), format::name);
    }
  }

  private static List<String> keys(ObjectNode row) {
    return row.properties().stream().map(field -> field.getKey()).toList();
  }
}
