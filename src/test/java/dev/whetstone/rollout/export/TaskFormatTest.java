package dev.whetstone.rollout.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whetstone.rollout.Made;
import dev.whetstone.rollout.Offer;
import dev.whetstone.rollout.StepCheck;
import dev.whetstone.task.Category;
import dev.whetstone.task.Control;
import dev.whetstone.task.Grade;
import dev.whetstone.task.Identity;
import dev.whetstone.task.Levels;
import dev.whetstone.task.Split;
import dev.whetstone.task.Task;
import dev.whetstone.task.TaskFamily;
import dev.whetstone.task.family.Families;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TaskFormatTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String HANDLE = "task:00000000-0000-0000-0000-000000000001@1";
  private static final String SECRET = "the secret of the run";
  private static final String TRUTH = "\ud83d\udd11 the only answer";

  private static final TaskRow HOSTILE =
      new TaskRow(
          "chain_sum",
          "1",
          Category.ARITHMETIC,
          levels(3),
          "train",
          7,
          "2\n+ \"2\"\u2028\ud83d\ude00</s>\t?",
          new TaskRow.Label.Answer("4"));

  private static Levels levels(int level) {
    Control control = Control.of("num_terms", "terms", 2, 3, 4, 5);
    return new Levels(List.of(control), List.of(level));
  }

  static Stream<TaskFamily> families() {
    return Families.all().stream();
  }

  /** A row of each format, exactly; M stands for the message, Q for its text, E for the extras. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          VERL | {"data_source":"whetstone/chain_sum","prompt":[M],"ability":"arithmetic","reward_model":{"style":"rule","ground_truth":"4"},"extra_info":{E}}
          OPENRLHF | {"input":Q,"label":"4","datasource":"whetstone/chain_sum"}
          SLIME | {"input":[M],"label":"4","metadata":{E}}
          TRL | {"prompt":[M],"answer":"4",E}
          MS_SWIFT | {"messages":[M],"solution":"4",E}
          NEMO_GYM | {"responses_create_params":{"input":[M]},"agent_ref":{"type":"responses_api_agents","name":"whetstone"},"uuid":"chain_sum-7","expected_answer":"4","verifier_metadata":{E}}
          SKYRL | {"data_source":"whetstone/chain_sum","prompt":[M],"env_class":"whetstone","reward_spec":{"method":"rule","ground_truth":"4"},"extra_info":{E}}
          AREAL | {"messages":[M],"answer":"4"}
          REASONING_GYM | {"question":Q,"answer":"4","metadata":{"source_dataset":"chain_sum","source_index":7,"difficulty":{"levels":"num_terms=3"}}}
          CHAT | {"messages":[M,{"role":"assistant","content":"4"}]}
          """)
  void aRowHasExactlyTheKeysThatItsTrainerReads(TaskFormat format, String golden) throws Exception {
    String question = JSON.writeValueAsString(HOSTILE.question());
    String extra =
        "\"split\":\"train\",\"index\":7,\"family\":\"chain_sum\",\"version\":\"1\","
            + "\"levels\":\"num_terms=3\"";
    String wanted =
        golden
            .replaceFirst("\\[M", "[{\"role\":\"user\",\"content\":Q}")
            .replaceFirst("(?<=[{,])E(?=})", extra)
            .replaceFirst("(?<=:)Q(?=[,}])", question.replace("\\", "\\\\"));
    String row = format.row(HOSTILE).toString();
    assertEquals(JSON.readTree(wanted), JSON.readTree(row));
    assertFalse(row.contains("\n"), "a row is one line");
  }

  @Test
  void rollReadsItsMessagesFromAText() throws Exception {
    JsonNode row = TaskFormat.ROLL.row(HOSTILE);
    assertEquals(
        List.of(
            "id",
            "domain",
            "tag",
            "source",
            "difficulty",
            "prompt",
            "messages",
            "ground_truth",
            "case_type",
            "test_cases"),
        row.properties().stream().map(field -> field.getKey()).toList());
    JsonNode messages = JSON.readTree(row.path("messages").textValue());
    assertEquals(HOSTILE.question(), messages.path(0).path("content").textValue());
    assertEquals(HOSTILE.question(), row.path("prompt").textValue());
    assertEquals("4", row.path("ground_truth").textValue());
  }

  /** With a handle, a row is the same whatever the answer is, and tells no secret. */
  @ParameterizedTest
  @MethodSource("families")
  void noAnswerGoesOutUnlessItIsAskedFor(TaskFamily family) {
    Made one = made(family, TRUTH);
    Made other = made(family, "something else");
    for (TaskFormat format : TaskFormat.values()) {
      String row = format.row(TaskRow.withHandle(one)).toString();
      assertEquals(row, format.row(TaskRow.withHandle(other)).toString());
      assertFalse(row.contains(TRUTH), row);
      assertFalse(row.contains(SECRET), row);
      assertTrue(row.contains(HANDLE) || format.needsAnswer(), row);
      String told = format.row(TaskRow.withAnswer(one)).toString();
      assertTrue(told.contains(TRUTH), told);
      assertFalse(told.contains("task:"), told);
      assertFalse(told.contains(SECRET), told);
    }
  }

  private static Made made(TaskFamily family, String answer) {
    Levels levels = Levels.lowest(family.controls());
    Identity identity = new Identity(family.name(), "1", levels, Split.TRAIN, SECRET, 3);
    Offer offer =
        new Offer(
            new UUID(0, 1),
            new UUID(0, 2),
            identity,
            4,
            0.5,
            0,
            StepCheck.NONE,
            3,
            Optional.empty(),
            Optional.empty());
    Task task = new Task("a question", answer, said -> Grade.WRONG, "by hand", 1, Optional.empty());
    return new Made(offer, task);
  }
}
