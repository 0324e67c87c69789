package dev.whetstone.training.recipe;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.List;

/** What Jackson says of a field, as a line for who wrote it. */
final class FieldFault {
  private static final String MISSING = "Missing required creator property";

  private FieldFault() {}

  static String line(JsonMappingException fault) {
    String at = path(fault);
    if (fault.getCause() instanceof IllegalArgumentException rule)
      return at.isEmpty() ? rule.getMessage() : at + "." + rule.getMessage();
    return (at.isEmpty() ? "the file" : at) + ": " + reason(fault);
  }

  private static String reason(JsonMappingException fault) {
    if (fault instanceof UnrecognizedPropertyException unknown)
      return "there is no such field; write one of " + unknown.getKnownPropertyIds();
    if (fault.getOriginalMessage().startsWith(MISSING)) return "is missing; write it";
    if (fault instanceof MismatchedInputException mismatch)
      return "is not of the kind that is due; write " + kind(mismatch.getTargetType());
    return fault.getOriginalMessage().lines().findFirst().orElse("is at fault");
  }

  private static String path(JsonMappingException fault) {
    return fault.getPath().stream()
        .map(p -> p.getFieldName() == null ? "[" + p.getIndex() + "]" : p.getFieldName())
        .reduce((a, b) -> b.startsWith("[") ? a + b : a + "." + b)
        .orElse("");
  }

  private static String kind(Class<?> type) {
    if (type == int.class || type == long.class || type == Integer.class) return "a whole number";
    if (type == double.class || type == Double.class) return "a number";
    if (type == boolean.class) return "true or false";
    if (type == String.class) return "a text";
    return List.class.isAssignableFrom(type) ? "a list" : "lines of 'field: value'";
  }
}
