package dev.whetstone.api.trainer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What OpenEnv's trainers are told of the messages. An action has one required text, so that they
 * put in it whatever a model writes.
 */
@Singleton
class OpenEnvSchema {
  private static final String ALL =
      """
      {"action": {"title": "WhetstoneAction", "type": "object", "additionalProperties": false,
        "properties": {"answer": {"title": "Answer", "type": "string",
          "description": "your answer, or your next message where the task is played in turns"}},
        "required": ["answer"]},
      "observation": {"title": "WhetstoneObservation", "type": "object", "properties": {
        "question": {"type": "string", "description": "what is asked; at the start"},
        "tools": {"type": "array", "items": {"type": "object"},
          "description": "what may be called, where the task is played in turns"},
        "feedback": {"type": "string", "description": "what follows from the last message"},
        "correct": {"type": "number", "description": "1 if the answer is right; at the end"},
        "readable": {"type": "number", "description": "1 if there is an answer; at the end"},
        "economy": {"type": "number",
          "description": "fewest steps that were needed, by those taken; at the end of a game"},
        "metadata": {"type": "object", "properties": {
          "episode_id": {"type": "string"}, "task": {"type": "string"},
          "family": {"type": "string"}}}}},
      "state": {"title": "State", "type": "object", "properties": {
        "episode_id": {"type": ["string", "null"]}, "step_count": {"type": "integer"}}}}
      """;

  private final JsonNode all;
  private final String version;

  OpenEnvSchema(
      ObjectMapper json, @ConfigProperty(name = "quarkus.application.version") String version)
      throws JsonProcessingException {
    this.all = json.readTree(ALL);
    this.version = version;
  }

  JsonNode all() {
    return all;
  }

  String version() {
    return version;
  }
}
