package dev.whetstone.rollout.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** The keys in which a trainer reads tasks; every row of a file has the same ones. */
public enum TaskFormat {
  VERL,
  OPENRLHF,
  SLIME,
  TRL,
  MS_SWIFT,
  NEMO_GYM,
  SKYRL,
  ROLL,
  AREAL,
  REASONING_GYM,
  CHAT;

  public ObjectNode row(TaskRow task) {
    return switch (this) {
      case VERL -> verl(task);
      case OPENRLHF -> openRlhf(task);
      case SLIME -> slime(task);
      case TRL -> trl(task);
      case MS_SWIFT -> msSwift(task);
      case NEMO_GYM -> nemoGym(task);
      case SKYRL -> skyRl(task);
      case ROLL -> roll(task);
      case AREAL -> areal(task);
      case REASONING_GYM -> reasoningGym(task);
      case CHAT -> chat(task);
    };
  }

  /** Whether its reader scores by the answer in the row itself, so that a handle is of no use. */
  public boolean needsAnswer() {
    return this == REASONING_GYM;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static ObjectNode verl(TaskRow task) {
    ObjectNode row = object().put("data_source", task.source());
    row.set("prompt", messages(task));
    row.put("ability", ability(task));
    row.set("reward_model", object().put("style", "rule").put("ground_truth", task.label().text()));
    row.set("extra_info", extra(task));
    return row;
  }

  private static ObjectNode openRlhf(TaskRow task) {
    return object()
        .put("input", task.question())
        .put("label", task.label().text())
        .put("datasource", task.source());
  }

  private static ObjectNode slime(TaskRow task) {
    ObjectNode row = object();
    row.set("input", messages(task));
    row.put("label", task.label().text());
    row.set("metadata", extra(task));
    return row;
  }

  private static ObjectNode trl(TaskRow task) {
    ObjectNode row = object();
    row.set("prompt", messages(task));
    row.put(task.hasAnswer() ? "answer" : "task", task.label().text());
    return row.setAll(extra(task));
  }

  private static ObjectNode msSwift(TaskRow task) {
    ObjectNode row = object();
    row.set("messages", messages(task));
    row.put("solution", task.label().text());
    return row.setAll(extra(task));
  }

  private static ObjectNode nemoGym(TaskRow task) {
    ObjectNode row = object();
    row.set("responses_create_params", object().set("input", messages(task)));
    row.set("agent_ref", object().put("type", "responses_api_agents").put("name", "whetstone"));
    row.put("uuid", task.id());
    row.put("expected_answer", task.label().text());
    row.set("verifier_metadata", extra(task));
    return row;
  }

  private static ObjectNode skyRl(TaskRow task) {
    ObjectNode row = object().put("data_source", task.source());
    row.set("prompt", messages(task));
    row.put("env_class", "whetstone");
    row.set("reward_spec", object().put("method", "rule").put("ground_truth", task.label().text()));
    row.set("extra_info", extra(task));
    return row;
  }

  private static ObjectNode roll(TaskRow task) {
    return object()
        .put("id", task.id())
        .put("domain", "whetstone")
        .put("tag", task.family())
        .put("source", task.source())
        .put("difficulty", task.difficulty())
        .put("prompt", task.question())
        .put("messages", messages(task).toString())
        .put("ground_truth", task.label().text())
        .put("case_type", "")
        .put("test_cases", "");
  }

  private static ObjectNode areal(TaskRow task) {
    ObjectNode row = object();
    row.set("messages", messages(task));
    return row.put("answer", task.label().text());
  }

  private static ObjectNode reasoningGym(TaskRow task) {
    ObjectNode row = object().put("question", task.question()).put("answer", task.label().text());
    ObjectNode metadata = object().put("source_dataset", task.family());
    metadata.put("source_index", task.number());
    metadata.set("difficulty", object().put("levels", task.levels().key()));
    row.set("metadata", metadata);
    return row;
  }

  /** With the answer, where it is in the file, as what the assistant is to say. */
  private static ObjectNode chat(TaskRow task) {
    ArrayNode messages = messages(task);
    if (task.hasAnswer()) messages.add(message("assistant", task.label().text()));
    ObjectNode row = object();
    row.set("messages", messages);
    return task.hasAnswer() ? row : row.put("task", task.label().text());
  }

  private static ObjectNode extra(TaskRow task) {
    return object()
        .put("split", task.split())
        .put("index", task.number())
        .put("family", task.family())
        .put("version", task.version())
        .put("levels", task.levels().key());
  }

  private static String ability(TaskRow task) {
    return task.category().name().toLowerCase(Locale.ROOT);
  }

  private static ArrayNode messages(TaskRow task) {
    return JsonNodeFactory.instance.arrayNode().add(message("user", task.question()));
  }

  static ObjectNode message(String role, String content) {
    return object().put("role", role).put("content", content);
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
