package dev.whetstone.benchmark;

import java.util.List;
import java.util.OptionalInt;

/** What a judge says of one item. */
public sealed interface Judgement {
  /**
   * @param steps P(step is right) for each step; empty if the judge reads the whole alone
   * @param firstError where by the judge's own rule the first error is, from 0; empty for none
   * @param right whether it says that no step is wrong
   * @param whole the higher, the surer that no step is wrong
   */
  record Said(List<Double> steps, OptionalInt firstError, boolean right, double whole)
      implements Judgement {
    public Said {
      steps = List.copyOf(steps);
      if (!steps.stream().allMatch(p -> p >= 0 && p <= 1))
        throw new IllegalArgumentException("P(step is right) lies between 0 and 1: " + steps);
      if (Double.isNaN(whole)) throw new IllegalArgumentException("NaN ranks nowhere");
      if (firstError.isPresent() && (right || firstError.getAsInt() >= steps.size()))
        throw new IllegalArgumentException("no such first error: " + firstError.getAsInt());
    }

    /** By the steps alone: wrong from the first one below the threshold. */
    public static Said below(double threshold, List<Double> steps) {
      OptionalInt first = OptionalInt.empty();
      for (int i = 0; i < steps.size() && first.isEmpty(); i++)
        if (steps.get(i) < threshold) first = OptionalInt.of(i);
      double lowest = steps.stream().mapToDouble(p -> p).min().orElse(1);
      return new Said(steps, first, first.isEmpty(), lowest);
    }
  }

  /** It does not judge such an item, by a stated rule; its decision counts as missed. */
  record Refused(String reason) implements Judgement {}
}
