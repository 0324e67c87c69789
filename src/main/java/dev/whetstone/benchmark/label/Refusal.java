package dev.whetstone.benchmark.label;

/**
 * A line that was not taken, and why.
 *
 * @param line from 1
 * @param detail one sentence that names the field
 */
public record Refusal(long line, Reason reason, String detail) {
  /** Kinds of refusals. */
  public enum Reason {
    TOO_LONG("too long"),
    NOT_JSON("not JSON"),
    UNKNOWN_FORMAT("in no known format"),
    MISSING("a field is missing"),
    WRONG_TYPE("a field is of the wrong type"),
    EMPTY("a text is empty"),
    NOT_STORABLE("a character cannot be stored"),
    OUT_OF_RANGE("a value is out of range"),
    CONTRADICTION("the labels contradict each other"),
    ID_TAKEN("the id is taken by another solution");

    private final String words;

    Reason(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  /** Leaves a row unread. */
  static final class Refused extends Exception {
    final Reason reason;

    Refused(Reason reason, String detail) {
      super(detail);
      this.reason = reason;
    }

    Refusal at(long line) {
      return new Refusal(line, reason, getMessage());
    }
  }
}
