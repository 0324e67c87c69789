package dev.whetstone.api.trainer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.api.BadField;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What trainers' samples have in common. */
final class Samples {
  private static final int TAIL = 400;

  /** A tokenizer's marks at the end of a decoded text. */
  private static final Pattern END_MARKS =
      Pattern.compile(
          "(?:\\s*+(?:<\\|[\\w"
              + " ]{1,40}\\|>|</s>|<eos>|<pad>|<end_of_turn>|<\uff5c[^<>]{1,40}\uff5c>))++\\s*+$");

  private Samples() {}

  static String required(String field, String value) {
    if (value != null) return value;
    throw new BadField(field, field + " is null", "give a text");
  }

  /** A text, or several. */
  static List<String> texts(String field, JsonNode sent) {
    if (sent == null || !sent.isArray()) return List.of(text(field, sent));
    return IntStream.range(0, sent.size()).mapToObj(i -> text(at(field, i), sent.get(i))).toList();
  }

  static List<String> requiredList(String field, List<String> values) {
    if (values == null) throw new BadField(field, field + " is missing", "give a list of texts");
    for (int i = 0; i < values.size(); i++) required(at(field, i), values.get(i));
    return values;
  }

  /** The name of a list's entry. */
  static String at(String field, int index) {
    return field + "[" + index + "]";
  }

  private static String text(String field, JsonNode sent) {
    if (sent != null && sent.isTextual()) return sent.textValue();
    throw new BadField(field, field + " is no text", "give a text, or a list of texts; no tokens");
  }

  static String label(String field, String label) {
    if (label != null && !label.isBlank()) return label;
    throw new BadField(
        field,
        field + " is no label",
        "give a task of ours (task:<id>@<version>) or the right answer");
  }

  /** The response alone: without its prompt in front and the tokenizer's marks behind. */
  static String completion(String text, String prompt) {
    boolean repeated = prompt != null && text.startsWith(prompt);
    String response = repeated ? text.substring(prompt.length()) : text;
    int tail = Math.max(0, response.length() - TAIL);
    return response.substring(0, tail)
        + END_MARKS.matcher(response.substring(tail)).replaceFirst("");
  }
}
