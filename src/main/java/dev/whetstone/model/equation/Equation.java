package dev.whetstone.model.equation;

/**
 * A relation found in a text and recomputed. Offsets count UTF-16 chars of the text, ends
 * exclusive.
 *
 * @param start where its left side begins
 * @param end where its right side ends
 * @param resultStart where its right side begins
 * @param resultEnd where its right side ends
 * @param rounded whether {@code =} holds only between a number and its rounding
 */
public record Equation(
    int start, int end, int resultStart, int resultEnd, Truth truth, boolean rounded) {
  public Equation {
    if (start < 0 || resultStart < start || resultEnd < resultStart || end < resultEnd)
      throw new IllegalArgumentException(
          "not in order: %d, %d, %d, %d".formatted(start, resultStart, resultEnd, end));
  }
}
