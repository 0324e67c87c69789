package dev.whetstone.api.trainer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What NeMo Gym's gymnasium agent is told of a response that was taken. */
final class NemoGymStep {
  private static final String NOTHING = "You wrote nothing that can be taken.";

  private NemoGymStep() {}

  /** Calls are answered one by one, a text by an observation. */
  static ObjectNode told(List<NemoGym.Step> steps) {
    ObjectNode told = JsonNodeFactory.instance.objectNode();
    told.put("observation", steps.isEmpty() ? NOTHING : observation(steps.getLast()));
    Earned score =
        steps.stream()
            .flatMap(step -> Earned.of(step.said(), GymRollout.ANSWER).stream())
            .findFirst()
            .orElse(null);
    told.put("reward", score == null ? 0 : score.reward());
    told.put("terminated", score != null);
    told.put("truncated", false);
    ArrayNode outputs = told.putObject("info").putArray("tool_outputs");
    for (NemoGym.Step step : steps)
      if (step.item().isCall())
        outputs
            .addObject()
            .put("call_id", step.item().callId())
            .put("output", step.said().turn().said());
    return told;
  }

  private static String observation(NemoGym.Step last) {
    return last.item().isCall() ? null : last.said().turn().said();
  }
}
