package dev.whetstone.api.trainer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.api.BadField;
import dev.whetstone.rollout.TaskHandle;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What was asked and what was answered.
 *
 * @param field where it was asked, as the client's protocol spells it
 * @param prompt all that came before the answer
 * @param problem the last that the user said in it
 * @param isPair whether they came apart: then the prompt may be a label
 */
record Exchange(String field, String prompt, String problem, String completion, boolean isPair) {
  private static final Pattern ASSISTANT = turn("assistant|model|Assistant", "\\[/INST\\]");
  private static final Pattern USER = turn("user|User", "\\[INST\\]");
  private static final Pattern BLANK_LINE = Pattern.compile("\\n[ \\t\\r]*+\\n");

  /** One message of a chat. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Message(String role, String content) {}

  /** A mark by which chat templates open a turn. */
  private static Pattern turn(String roles, String other) {
    return Pattern.compile(
        "<\\|(?:im_start|start_header_id)\\|>(?:roles)(?:<\\|end_header_id\\|>)?+\\s*+"
                .replace("roles", roles)
            + "|<start_of_turn>(?:roles)\\s*+".replace("roles", roles)
            + "|<[|\uff5c](?:roles)[|\uff5c]>\\s*+".replace("roles", roles)
            + "|"
            + other);
  }

  /** A text or several, each with its prompt. */
  static List<Exchange> texts(String field, JsonNode sent) {
    List<String> texts = Samples.texts(field, sent);
    boolean isList = sent.isArray();
    return IntStream.range(0, texts.size())
        .mapToObj(i -> of(isList ? Samples.at(field, i) : field, texts.get(i)))
        .toList();
  }

  /** Several answers to one prompt. */
  static List<Exchange> pairs(String field, String prompt, List<String> completions) {
    return completions.stream().map(text -> of(field, prompt, text)).toList();
  }

  /** A prompt and an answer that come apart. */
  static Exchange of(String field, String prompt, String completion) {
    return new Exchange(field, prompt, prompt, Samples.completion(completion, null), true);
  }

  /**
   * Cut where the assistant's first turn begins, so that a candidate who writes turns of its own
   * gains nothing; at the first blank line where there are no turns.
   */
  static Exchange of(String field, String text) {
    Matcher assistant = ASSISTANT.matcher(text);
    if (assistant.find()) return cut(field, text, assistant.toMatchResult());
    Matcher blank = BLANK_LINE.matcher(text);
    if (blank.find()) return cut(field, text, blank.toMatchResult());
    throw new BadField(
        field,
        "this text has no turn of an assistant and no blank line",
        "put the chat template's mark, or a blank line, between the problem and the solution");
  }

  private static Exchange cut(String field, String text, MatchResult at) {
    String prompt = text.substring(0, at.start());
    int user = USER.matcher(prompt).results().mapToInt(MatchResult::end).reduce(0, Math::max);
    return new Exchange(
        field,
        prompt,
        Samples.completion(prompt.substring(user), null),
        Samples.completion(text.substring(at.end()), null),
        false);
  }

  /** A chat whose last message is the answer. */
  static Exchange of(List<Message> chat) {
    for (int i = 0; i < chat.size(); i++)
      if (chat.get(i) == null)
        throw new BadField(Samples.at("messages", i), "there is no message", "give an object");
    if (chat.isEmpty() || !"assistant".equals(chat.getLast().role()))
      throw new BadField(
          "messages", "the last message is not the assistant's", "end with the answer to score");
    List<Message> before = chat.subList(0, chat.size() - 1);
    StringBuilder prompt = new StringBuilder();
    String problem = "";
    for (int i = 0; i < before.size(); i++) {
      Message message = before.get(i);
      String content = content(chat, i);
      if (!"assistant".equals(message.role())) prompt.append(content).append('\n');
      if ("user".equals(message.role())) problem = content;
    }
    String completion = Samples.completion(content(chat, before.size()), null);
    return new Exchange("messages", prompt.toString(), problem, completion, false);
  }

  private static String content(List<Message> chat, int i) {
    return Samples.required(Samples.at("messages", i) + ".content", chat.get(i).content());
  }

  /** What the answer is checked by: the pair's label, or the task of ours that the prompt names. */
  String label() {
    if (isPair) return Samples.label(field, prompt);
    return TaskHandle.firstIn(prompt)
        .map(TaskHandle::toString)
        .orElseThrow(
            () ->
                new BadField(
                    field,
                    "the prompt names no task of ours to check the answer by",
                    "put its handle (task:<id>@<version>) into the prompt, or send a pair:"
                        + " the handle or the right answer, and the completion"));
  }
}
