package dev.whetstone.reward;

import dev.whetstone.task.Grade;
import dev.whetstone.verify.Verdict;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;

/**
 * What a verdict is worth, in [0, 1].
 *
 * @param components named parts, the same names in every reward
 * @param errorProbability the probability that the verdict behind it is false, in [0, 1/2]
 * @param formula name and version of the formula
 */
public record Reward(
    double value, Map<String, Double> components, double errorProbability, String formula) {
  /** Pays 1 for a right answer, else 0; whether it could be read is told apart. */
  public static final String CORRECTNESS = "correctness@1";

  public Reward {
    if (!Double.isFinite(value) || !Double.isFinite(errorProbability))
      throw new IllegalArgumentException("a reward is a finite number");
    components = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(components));
  }

  public static Reward of(Verdict.Judged verdict) {
    double correct = verdict.grade() == Grade.RIGHT ? 1 : 0;
    double readable = verdict.grade() == Grade.UNREADABLE ? 0 : 1;
    return new Reward(
        correct,
        ordered(Map.entry("correct", correct), Map.entry("readable", readable)),
        verdict.reliability().errorProbability(correct == 1),
        CORRECTNESS);
  }

  @SafeVarargs
  private static Map<String, Double> ordered(Entry<String, Double>... parts) {
    Map<String, Double> map = new LinkedHashMap<>();
    for (Entry<String, Double> part : parts) map.put(part.getKey(), part.getValue());
    return map;
  }
}
