package dev.whetstone.model.remote;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.whetstone.model.remote.Outcome.Answered;
import java.io.IOException;
import java.util.Optional;

/**
 * Reads the first choice of a chat completion as it streams by: nothing that we do not use takes up
 * memory, however much of it there is.
 */
final class ChatCompletion {
  private static final int MAX_DEPTH = 64;
  private static final int MAX_WORD = 32;
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private String content;
  private String thoughts;
  private String finish = "";
  private Usage usage;
  private boolean choice;

  private ChatCompletion() {}

  /**
   * @throws Unfit if it is no JSON, or has no choice with a message's content
   */
  static Answered in(byte[] body) throws Unfit {
    ChatCompletion completion = new ChatCompletion();
    try (JsonParser json = JSON.createParser(body)) {
      completion.read(json);
    } catch (IOException _) {
      throw new Unfit("the answer is no JSON");
    }
    return completion.answered();
  }

  private Answered answered() throws Unfit {
    if (!choice) throw new Unfit("the answer has no choices");
    boolean thinking = thoughts != null && finish.equals("length");
    if (content == null && !thinking) throw new Unfit("the answer has no content");
    return new Answered(
        content == null ? "" : content,
        Optional.ofNullable(thoughts),
        finish,
        Optional.ofNullable(usage),
        false);
  }

  private void read(JsonParser json) throws IOException, Unfit {
    if (json.nextToken() != JsonToken.START_OBJECT) throw new Unfit("the answer is no JSON object");
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      json.nextToken();
      switch (name) {
        case "choices" -> choices(json);
        case "usage" -> usage(json);
        default -> json.skipChildren();
      }
    }
    if (json.nextToken() != null) throw new Unfit("the answer is more than one JSON value");
  }

  private void choices(JsonParser json) throws IOException {
    if (!json.isExpectedStartArrayToken()) {
      json.skipChildren();
      return;
    }
    for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken())
      if (choice || token != JsonToken.START_OBJECT) json.skipChildren();
      else choice(json);
  }

  private void choice(JsonParser json) throws IOException {
    choice = true;
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      JsonToken token = json.nextToken();
      if (name.equals("message") && token == JsonToken.START_OBJECT) message(json);
      else if (name.equals("finish_reason") && token == JsonToken.VALUE_STRING) finish = word(json);
      else json.skipChildren();
    }
  }

  private void message(JsonParser json) throws IOException {
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      boolean text = json.nextToken() == JsonToken.VALUE_STRING;
      if (name.equals("content") && text) content = storable(json.getText());
      else if (isThoughts(name) && text) thoughts = storable(json.getText());
      else json.skipChildren();
    }
  }

  /** Without NUL and halves of surrogate pairs, which no database holds. */
  private static String storable(String text) {
    return new String(text.getBytes(UTF_8), UTF_8).replace('\0', '?');
  }

  /** vLLM and SGLang changed the name; both are about. */
  private static boolean isThoughts(String name) {
    return name.equals("reasoning_content") || name.equals("reasoning");
  }

  private static String word(JsonParser json) throws IOException {
    String word = json.getText();
    return word.length() > MAX_WORD ? "" : word;
  }

  /** What is no count is as good as none. */
  private void usage(JsonParser json) throws IOException {
    if (!json.isExpectedStartObjectToken()) {
      json.skipChildren();
      return;
    }
    long input = -1;
    long output = -1;
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      json.nextToken();
      if (name.equals("prompt_tokens")) input = count(json);
      else if (name.equals("completion_tokens")) output = count(json);
      else json.skipChildren();
    }
    if (input >= 0 && output >= 0) usage = new Usage(input, output);
  }

  private static long count(JsonParser json) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_NUMBER_INT
        && json.getNumberType() == JsonParser.NumberType.INT) return json.getIntValue();
    json.skipChildren();
    return -1;
  }
}
