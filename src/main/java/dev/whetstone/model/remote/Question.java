package dev.whetstone.model.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** One sample of what is asked of a model. */
record Question(String model, List<Message> messages, Sampling sampling, int sample) {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  Question {
    messages = List.copyOf(messages);
    if (messages.isEmpty()) throw new IllegalArgumentException("nothing is asked");
    if (sample < 0) throw new IllegalArgumentException("no sample " + sample);
  }

  /** A chat completion request in JSON; escaped, so that no half of a surrogate pair is lost. */
  byte[] body() {
    ObjectNode body = fields();
    sampling.seed().ifPresent(seed -> body.put("seed", seed + sample));
    return bytes(body);
  }

  /** The same for the same model, messages, sampling and number of the sample, and for no other. */
  String key() {
    ObjectNode identity = fields().put("sample", sample);
    sampling.seed().ifPresent(seed -> identity.put("seed", seed));
    return HexFormat.of().formatHex(sha256().digest(bytes(identity)));
  }

  private ObjectNode fields() {
    ObjectNode fields = JSON.createObjectNode().put("model", model);
    ArrayNode turns = fields.putArray("messages");
    for (Message message : messages)
      turns
          .addObject()
          .put("role", message.role().name().toLowerCase(Locale.ROOT))
          .put("content", message.content());
    return fields
        .put("temperature", sampling.temperature())
        .put("top_p", sampling.topP())
        .put("max_tokens", sampling.maxTokens())
        .put("stream", false);
  }

  private static byte[] bytes(ObjectNode node) {
    try {
      return JSON.writeValueAsString(node).getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not writable as JSON", e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
