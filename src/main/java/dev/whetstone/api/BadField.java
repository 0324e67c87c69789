package dev.whetstone.api;

/** A field of the request is not as it must be. */
public final class BadField extends RuntimeException {
  private final String field;
  private final String mend;

  public BadField(String field, String detail, String mend) {
    super(detail);
    this.field = field;
    this.mend = mend;
  }

  /** What is wrong and what to do, for a reader who sees no field. */
  public String sentence() {
    return getMessage() + "; " + mend;
  }

  public String field() {
    return field;
  }

  public String mend() {
    return mend;
  }
}
