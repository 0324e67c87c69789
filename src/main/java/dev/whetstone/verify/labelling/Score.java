package dev.whetstone.verify.labelling;

/** What an analysis gives a proof; DeepSeekMath-V2, section 2.1. */
public enum Score {
  /** Fatal errors or severe gaps. */
  ZERO(0),
  /** Sound in its logic, with minor errors or details left out. */
  HALF(0.5),
  /** Complete and rigorous. */
  ONE(1);

  private final double value;

  Score(double value) {
    this.value = value;
  }

  public double value() {
    return value;
  }

  /** Whether there is something for a meta-check to confirm. */
  public boolean claimsIssues() {
    return this != ONE;
  }
}
