package dev.whetstone.rollout.export;

import static dev.whetstone.rollout.export.TaskFormat.message;
import static dev.whetstone.rollout.export.TaskFormat.object;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

/** Rows made from what was answered to a task. */
public enum RecordFormat {
  /** A right and a not right answer to the same task, as messages. */
  PAIRS,
  /** The same as plain texts. */
  PAIRS_TEXT,
  /** Ratings of steps, in the form of PRM800K, where the steps were read. */
  STEPS,
  /** The record itself, one row a candidate. */
  OUTCOMES;

  private static final StepVerdict READ =
      new StepVerdict.Read("v@1", List.of(1.0), OptionalInt.empty(), 1, 1, List.of());

  private static final Group EXAMPLE =
      new Group(
          new TaskHandle(new UUID(0, 0), "1"),
          "family",
          "1",
          new Levels(List.of(), List.of()),
          Split.TRAIN,
          0,
          Optional.of("question"),
          List.of(example(1, Grade.RIGHT), example(2, Grade.WRONG)));

  private static Answered example(int place, Grade grade) {
    return new Answered(
        place,
        place,
        Optional.of("answer"),
        grade,
        1,
        0,
        "v",
        "f",
        Optional.of(READ),
        Instant.EPOCH);
  }

  /** Rows of one task; none where it gives none. */
  public List<ObjectNode> rows(Group group) {
    return switch (this) {
      case PAIRS -> pairs(group, true);
      case PAIRS_TEXT -> pairs(group, false);
      case STEPS -> group.answers().stream().flatMap(a -> steps(group, a).stream()).toList();
      case OUTCOMES -> group.answers().stream().map(a -> outcome(group, a)).toList();
    };
  }

  /** Each answer stands in one pair at most, and never beside one of the same grade. */
  private static List<ObjectNode> pairs(Group group, boolean asMessages) {
    if (group.question().isEmpty()) return List.of();
    List<Answered> chosen = distinct(group, Grade.RIGHT);
    List<Answered> rejected = new ArrayList<>(distinct(group, Grade.WRONG));
    rejected.addAll(distinct(group, Grade.UNREADABLE));
    List<ObjectNode> rows = new ArrayList<>();
    for (int i = 0; i < Math.min(chosen.size(), rejected.size()); i++)
      rows.add(pair(group, chosen.get(i), rejected.get(i), asMessages));
    return rows;
  }

  private static List<Answered> distinct(Group group, Grade grade) {
    Set<String> seen = new HashSet<>();
    return group.answers().stream()
        .filter(a -> a.grade() == grade && a.candidate().filter(seen::add).isPresent())
        .toList();
  }

  private static ObjectNode pair(
      Group group, Answered chosen, Answered rejected, boolean asMessages) {
    ObjectNode row = object();
    put(row, "prompt", "user", group.question().orElseThrow(), asMessages);
    put(row, "chosen", "assistant", chosen.candidate().orElseThrow(), asMessages);
    put(row, "rejected", "assistant", rejected.candidate().orElseThrow(), asMessages);
    return row.put("rejected_grade", word(rejected.grade())).setAll(task(group));
  }

  private static void put(ObjectNode row, String key, String role, String text, boolean asMessage) {
    if (asMessage) row.set(key, array().add(message(role, text)));
    else row.put(key, text);
  }

  private static List<ObjectNode> steps(Group group, Answered answer) {
    boolean isKnown = group.question().isPresent() && answer.candidate().isPresent();
    if (!isKnown || !(answer.steps().orElse(null) instanceof StepVerdict.Read read))
      return List.of();
    List<String> steps = StepRow.cut(answer.candidate().get(), read);
    if (steps.isEmpty()) return List.of();
    ObjectNode row = StepRow.of(group.question().get(), steps, read.firstError(), read.verifier());
    row.put("timestamp", answer.receivedAt().toString());
    row.put("outcome", answer.id()).put("grade", word(answer.grade()));
    return List.of(row.setAll(task(group)));
  }

  private static ObjectNode outcome(Group group, Answered answer) {
    ObjectNode row = object().put("id", answer.id()).put("place", answer.place());
    row.put("question", group.question().orElse(null));
    row.put("candidate", answer.candidate().orElse(null));
    row.put("grade", word(answer.grade())).put("reward", answer.reward());
    row.put("error_probability", answer.errorProbability());
    row.put("verifier", answer.verifier()).put("formula", answer.formula());
    row.put("received_at", answer.receivedAt().toString());
    return row.setAll(task(group));
  }

  /** A row with all that a row can have. */
  public ObjectNode example() {
    return rows(EXAMPLE).getFirst();
  }

  private static ObjectNode task(Group group) {
    return object()
        .put("task", group.task().toString())
        .put("family", group.family())
        .put("version", group.version())
        .put("levels", group.levels().key())
        .put("split", word(group.split()))
        .put("index", group.number());
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }
}
