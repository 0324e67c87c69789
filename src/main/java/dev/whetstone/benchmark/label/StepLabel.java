package dev.whetstone.benchmark.label;

import java.util.Optional;
import java.util.stream.Stream;

/** What a labeller said of one step; neutral is PRM800K's rating 0: neither wrong nor of use. */
public enum StepLabel {
  RIGHT('+'),
  NEUTRAL('0'),
  WRONG('-'),
  UNKNOWN('?');

  private final char sign;

  StepLabel(char sign) {
    this.sign = sign;
  }

  /** Where a yes or no is needed, neutral counts as right. */
  public boolean isRight() {
    return this == RIGHT || this == NEUTRAL;
  }

  public boolean isKnown() {
    return this != UNKNOWN;
  }

  /** PRM800K's rating: -1, 0 or 1. */
  static Optional<StepLabel> ofRating(int rating) {
    return switch (rating) {
      case 1 -> Optional.of(RIGHT);
      case 0 -> Optional.of(NEUTRAL);
      case -1 -> Optional.of(WRONG);
      default -> Optional.empty();
    };
  }

  char sign() {
    return sign;
  }

  static StepLabel ofSign(int sign) {
    return Stream.of(values())
        .filter(label -> label.sign == sign)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no step label is " + (char) sign));
  }
}
