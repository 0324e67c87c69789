package dev.whetstone.api.trainer;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;

/**
 * What is added to a row that was verified. The row itself goes back as it came: its fields in
 * their order, its numbers digit by digit.
 */
record NemoGymReply(ObjectNode added) {
  private static final Set<String> OF_FAILURE =
      Set.of("mask_sample", "failure_kind", "failure_reason");

  /** The components are the same for every task, and add up to the reward to the last bit. */
  static NemoGymReply of(Earned score) {
    double correct = score.reward() > 0 ? 1 : 0;
    double detour = score.reward() - correct;
    ObjectNode added = rewarded(correct, detour);
    return new NemoGymReply(
        added
            .put("readable", score.readable())
            .put("saved", score.saved() ? 1.0 : 0.0)
            .put("unsound", score.unsound() ? 1.0 : 0.0)
            .put("mask_sample", false));
  }

  /** A failure of ours: the reward says nothing, and nothing is to be learned from it. */
  static NemoGymReply masked(String kind, String reason) {
    return new NemoGymReply(
        rewarded(0, 0)
            .put("readable", 0.0)
            .put("saved", 0.0)
            .put("unsound", 0.0)
            .put("mask_sample", true)
            .put("failure_kind", kind)
            .put("failure_reason", reason));
  }

  private static ObjectNode rewarded(double correct, double detour) {
    ObjectNode added = JsonNodeFactory.instance.objectNode().put("reward", correct + detour);
    added.putObject("reward_components").put("correct", correct).put("detour", detour);
    return added.put("correct", correct).put("detour", detour);
  }

  /** The body with this in place of what it said of the same. */
  byte[] to(byte[] body, ObjectMapper mapper) {
    ByteArrayOutputStream reply = new ByteArrayOutputStream(body.length + 400);
    try (JsonParser in = mapper.getFactory().createParser(body);
        JsonGenerator out = mapper.getFactory().createGenerator(reply)) {
      in.nextToken();
      out.writeStartObject();
      while (in.nextToken() == JsonToken.FIELD_NAME) field(in, out);
      for (var field : added.properties()) out.writePOJOField(field.getKey(), field.getValue());
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return reply.toByteArray();
  }

  private void field(JsonParser in, JsonGenerator out) throws IOException {
    String name = in.currentName();
    boolean replaced = added.has(name) || OF_FAILURE.contains(name);
    in.nextToken();
    if (replaced) in.skipChildren();
    else {
      out.writeFieldName(name);
      copy(in, out);
    }
  }

  private static void copy(JsonParser in, JsonGenerator out) throws IOException {
    int depth = 0;
    do {
      JsonToken token = in.currentToken();
      if (token.isStructStart()) depth++;
      if (token.isStructEnd()) depth--;
      if (token.isNumeric()) out.writeNumber(in.getText());
      else out.copyCurrentEvent(in);
    } while (depth > 0 && in.nextToken() != null);
  }
}
