package dev.whetstone.model.equation;

import java.util.ArrayList;
import java.util.List;

/**
 * Where people differ in how they write.
 *
 * @param tight whether {@code 1/2x} is {@code 1/(2x)} and {@code 3 / 1/4} is {@code 3 / (1/4)}
 * @param mixed whether {@code 2\frac12} is 5/2, not 1
 * @param percentAsIs whether {@code 20%} counts 20, as after {@code * 100}
 */
record Convention(boolean tight, boolean mixed, boolean percentAsIs) {
  private static final List<Boolean> NO = List.of(false);
  private static final List<Boolean> EITHER = List.of(false, true);

  /** Those that make a difference to the two sides, the usual one first. */
  static List<Convention> of(Side left, Side right) {
    List<Convention> all = new ArrayList<>();
    for (boolean tight : choices(Kind.OVER, left, right))
      for (boolean mixed : choices(Kind.FRACTION, left, right))
        for (boolean asIs : choices(Kind.PERCENT, left, right))
          all.add(new Convention(tight, mixed, asIs));
    return all;
  }

  private static List<Boolean> choices(Kind kind, Side left, Side right) {
    return left.has(kind) || right.has(kind) ? EITHER : NO;
  }
}
