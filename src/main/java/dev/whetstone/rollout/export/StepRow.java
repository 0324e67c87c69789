package dev.whetstone.rollout.export;

import static dev.whetstone.rollout.export.TaskFormat.object;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.verify.StepVerdict;
import dev.whetstone.verify.Steps;
import java.util.List;
import java.util.OptionalInt;

/** A solution with a rating of each step up to its first error, in the form of PRM800K. */
public final class StepRow {
  private static final int RIGHT = 1;
  private static final int WRONG = -1;

  private StepRow() {}

  /** The steps that were read; none where the verifier scores the whole alone. */
  static List<String> cut(String candidate, StepVerdict.Read read) {
    int count = read.right().size();
    if (count == 0) return List.of();
    List<String> steps = Steps.of(candidate, count + 1);
    return steps.size() == count ? steps : List.of();
  }

  /**
   * @param firstError index of the first wrong step; those after it are not rated
   * @param labeler who says so
   */
  public static ObjectNode of(
      String problem, List<String> steps, OptionalInt firstError, String labeler) {
    ArrayNode texts = array();
    steps.forEach(texts::add);
    ObjectNode row = object().put("labeler", labeler);
    row.set("question", object().put("problem", problem).set("pre_generated_steps", texts));
    ObjectNode label = object().set("steps", rated(steps, firstError));
    row.set("label", label.put("finish_reason", firstError.isEmpty() ? "solution" : "found_error"));
    return row;
  }

  private static ArrayNode rated(List<String> steps, OptionalInt firstError) {
    int end = firstError.isEmpty() ? steps.size() : firstError.getAsInt() + 1;
    ArrayNode rated = array();
    for (int i = 0; i < end; i++) {
      boolean isWrong = firstError.isPresent() && i == firstError.getAsInt();
      rated.add(rated(steps.get(i), isWrong));
    }
    return rated;
  }

  private static ObjectNode rated(String step, boolean isWrong) {
    ObjectNode completion = object().put("text", step).put("rating", isWrong ? WRONG : RIGHT);
    ObjectNode rated = object().set("completions", array().add(completion));
    return isWrong ? rated.putNull("chosen_completion") : rated.put("chosen_completion", 0);
  }

  private static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }
}
