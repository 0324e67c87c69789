package dev.whetstone.api.trainer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.whetstone.api.BadField;
import dev.whetstone.rollout.TaskHandle;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was asked and what was answered.
 *
 * @param prompt all that came before the answer
 * @param problem the last that the user said in it
 * @param isPair whether they came apart: then the prompt may be a label
 */
record Exchange(String prompt, String problem, String completion, boolean isPair) {
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

  /** A prompt and an answer that come apart. */
  static Exchange of(String prompt, String completion) {
    return new Exchange(prompt, prompt, Samples.completion(completion, null), true);
  }

  /**
   * Cut where the assistant's first turn begins, so that a candidate who writes turns of its own
   * gains nothing; at the first blank line where there are no turns.
   */
  static Exchange of(String text) {
    Matcher assistant = ASSISTANT.matcher(text);
    if (assistant.find()) return cut(text, assistant.toMatchResult());
    Matcher blank = BLANK_LINE.matcher(text);
    if (blank.find()) return cut(text, blank.toMatchResult());
    throw new BadField(
        "input",
        "this text has no turn of an assistant and no blank line",
        "put the chat template's mark, or a blank line, between the problem and the solution");
  }

  private static Exchange cut(String text, MatchResult at) {
    String prompt = text.substring(0, at.start());
    int user = USER.matcher(prompt).results().mapToInt(MatchResult::end).reduce(0, Math::max);
    return new Exchange(
        prompt,
        Samples.completion(prompt.substring(user), null),
        Samples.completion(text.substring(at.end()), null),
        false);
  }

  /** A chat whose last message is the answer. */
  static Exchange of(List<Message> chat) {
    if (chat.isEmpty() || !"assistant".equals(chat.getLast().role()))
      throw new BadField(
          "messages", "the last message is not the assistant's", "end with the answer to score");
    List<Message> before = chat.subList(0, chat.size() - 1);
    StringBuilder prompt = new StringBuilder();
    String problem = "";
    for (Message message : before) {
      String content = Samples.required("messages", message.content());
      if (!"assistant".equals(message.role())) prompt.append(content).append('\n');
      if ("user".equals(message.role())) problem = content;
    }
    String completion = Samples.required("messages", chat.getLast().content());
    return new Exchange(prompt.toString(), problem, Samples.completion(completion, null), false);
  }

  /** What the answer is checked by: the pair's label, or the task of ours that the prompt names. */
  String label() {
    if (isPair) return Samples.label(prompt);
    return TaskHandle.firstIn(prompt)
        .map(TaskHandle::toString)
        .orElseThrow(
            () ->
                new BadField(
                    "input",
                    "the prompt names no task of ours to check the answer by",
                    "put its handle (task:<id>@<version>) into the prompt, or send a pair:"
                        + " the handle or the right answer, and the completion"));
  }
}
