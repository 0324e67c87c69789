package dev.whetstone.verify.proof;

import java.util.Optional;

/** The grade of a proof, or of an analysis of one (DeepSeekMath-V2, section 2). */
public enum Score {
  /** Wrong, or not to the point. */
  ZERO(0),
  /** Right as a whole, with a gap or a slip. */
  HALF(0.5),
  /** Right in each step. */
  ONE(1);

  private static final int LONGEST = 32;

  private final double value;

  Score(double value) {
    this.value = value;
  }

  /** 0, 1/2 or 1. */
  public double value() {
    return value;
  }

  /**
   * @throws IllegalArgumentException if the value is none of 0, 1/2 and 1
   */
  public static Score of(double value) {
    for (Score score : values()) if (score.value == value) return score;
    throw new IllegalArgumentException(value + " is none of 0, 1/2 and 1");
  }

  /** Whether there is something for a meta-check to confirm. */
  public boolean claimsIssues() {
    return this != ONE;
  }

  /** As it stands in a box; empty for all but these three numbers. */
  public static Optional<Score> read(String text) {
    if (text.length() > LONGEST) return Optional.empty();
    return switch (text.strip().replace(" ", "")) {
      case "0", "0.0", "0.00" -> Optional.of(ZERO);
      case "0.5", ".5", "0.50", "1/2" -> Optional.of(HALF);
      case "\\frac{1}{2}", "\\dfrac{1}{2}", "\\tfrac{1}{2}", "\\frac12" -> Optional.of(HALF);
      case "1", "1.0", "1.00" -> Optional.of(ONE);
      default -> Optional.empty();
    };
  }
}
