package dev.whetstone.reward;

import dev.whetstone.task.Grade;
import dev.whetstone.verify.Verdict;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

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

  /** Pays a right answer for how few steps it took; the parts are those of both. */
  public static final String ECONOMY = "economy@1";

  /** The formulas of exact checks. */
  public static final Set<String> OF_GRADES = Set.of(CORRECTNESS, ECONOMY);

  public Reward {
    if (!Double.isFinite(value) || !Double.isFinite(errorProbability))
      throw new IllegalArgumentException("a reward is a finite number");
    components = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(components));
  }

  /** By correctness, or by economy where the verdict counts steps. */
  public static Reward of(Verdict.Judged verdict) {
    double correct = verdict.grade() == Grade.RIGHT ? 1 : 0;
    Map<String, Double> parts = new LinkedHashMap<>();
    parts.put("correct", correct);
    parts.put("readable", verdict.grade() == Grade.UNREADABLE ? 0.0 : 1.0);
    verdict.economy().ifPresent(economy -> parts.put("economy", economy));
    return new Reward(
        correct * verdict.economy().orElse(1),
        parts,
        verdict.reliability().errorProbability(correct == 1),
        verdict.economy().isPresent() ? ECONOMY : CORRECTNESS);
  }
}
