package dev.whetstone.benchmark.label;

import static dev.whetstone.benchmark.label.Refusal.Reason.EMPTY;
import static dev.whetstone.benchmark.label.Refusal.Reason.MISSING;
import static dev.whetstone.benchmark.label.Refusal.Reason.NOT_STORABLE;
import static dev.whetstone.benchmark.label.Refusal.Reason.WRONG_TYPE;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.benchmark.label.Refusal.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The fields of one JSON object, each read as what it has to be. */
record Row(JsonNode fields) {
  boolean hasAll(Set<String> names) {
    return names.stream().allMatch(fields::has);
  }

  boolean has(String name) {
    return fields.hasNonNull(name);
  }

  /** A text that is not blank. */
  String text(String name) throws Refused {
    String text = string(name, required(name));
    if (text.isBlank()) throw new Refused(EMPTY, name + " is empty");
    return text;
  }

  Optional<String> optionalText(String name) throws Refused {
    return has(name) ? Optional.of(text(name)) : Optional.empty();
  }

  /** An identifier, written as a text or as a whole number. */
  Optional<String> identifier(String name) throws Refused {
    if (!has(name)) return Optional.empty();
    JsonNode value = fields.get(name);
    return Optional.of(value.isIntegralNumber() ? value.asText() : text(name));
  }

  int integer(String name) throws Refused {
    JsonNode value = required(name);
    if (value.isIntegralNumber() && value.canConvertToInt()) return value.intValue();
    throw wrongType(name, "a whole number");
  }

  Optional<Boolean> optionalBoolean(String name) throws Refused {
    if (!has(name)) return Optional.empty();
    if (fields.get(name).isBoolean()) return Optional.of(fields.get(name).booleanValue());
    throw wrongType(name, "true or false");
  }

  /** Blank ones among them. */
  List<String> texts(String name) throws Refused {
    List<String> texts = new ArrayList<>();
    for (JsonNode item : array(name)) texts.add(string("an item of " + name, item));
    return texts;
  }

  /** None of them blank, and at least one. */
  List<String> steps(String name) throws Refused {
    List<String> steps = texts(name);
    if (steps.isEmpty()) throw new Refused(EMPTY, name + " holds no step");
    Entry.requireNoneBlank(steps);
    return steps;
  }

  List<Integer> integers(String name) throws Refused {
    List<Integer> integers = new ArrayList<>();
    for (JsonNode item : array(name)) {
      if (!item.canConvertToInt() || !item.isIntegralNumber())
        throw wrongType("an item of " + name, "a whole number");
      integers.add(item.intValue());
    }
    return integers;
  }

  Row object(String name) throws Refused {
    if (required(name).isObject()) return new Row(fields.get(name));
    throw wrongType(name, "an object");
  }

  List<Row> objects(String name) throws Refused {
    List<Row> rows = new ArrayList<>();
    for (JsonNode item : array(name)) {
      if (!item.isObject()) throw wrongType("an item of " + name, "an object");
      rows.add(new Row(item));
    }
    return rows;
  }

  boolean isArray(String name) {
    return fields.path(name).isArray();
  }

  private JsonNode array(String name) throws Refused {
    if (required(name).isArray()) return fields.get(name);
    throw wrongType(name, "a list");
  }

  private JsonNode required(String name) throws Refused {
    if (has(name)) return fields.get(name);
    throw new Refused(MISSING, name + " is missing");
  }

  private static String string(String name, JsonNode value) throws Refused {
    if (!value.isTextual()) throw wrongType(name, "a text");
    if (!isStorable(value.textValue()))
      throw new Refused(NOT_STORABLE, name + " holds a NUL or half of a surrogate pair");
    return value.textValue();
  }

  /** PostgreSQL takes neither, and a file holds millions of characters. */
  private static boolean isStorable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0 || Character.isLowSurrogate(c)) return false;
      if (Character.isHighSurrogate(c)
          && (++i == text.length() || !Character.isLowSurrogate(text.charAt(i)))) return false;
    }
    return true;
  }

  static Refused wrongType(String name, String expected) {
    return new Refused(WRONG_TYPE, name + " has to be " + expected);
  }
}
