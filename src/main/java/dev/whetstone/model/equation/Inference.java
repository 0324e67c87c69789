package dev.whetstone.model.equation;

/**
 * An equation in one unknown that has earlier ones to go together with. Offsets count UTF-16 chars
 * of the text, ends exclusive.
 */
public record Inference(int start, int end, Consequence consequence) {
  public Inference {
    if (start < 0 || end < start)
      throw new IllegalArgumentException("not in order: %d, %d".formatted(start, end));
  }
}
