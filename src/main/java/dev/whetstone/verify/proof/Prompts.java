package dev.whetstone.verify.proof;

import dev.whetstone.model.Derivation;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** What is asked of a language model about a proof; steps are counted from 1 in all of it. */
public final class Prompts {
  private static final PromptTemplate VERIFIER = PromptTemplate.named("proof-verifier");
  private static final PromptTemplate META_VERIFIER = PromptTemplate.named("proof-meta-verifier");
  private static final PromptTemplate REFINER = PromptTemplate.named("proof-refiner");

  private Prompts() {}

  static String verifierVersion() {
    return VERIFIER.version();
  }

  static String metaVerifierVersion() {
    return META_VERIFIER.version();
  }

  /** Asks for the issues and the score of a solution. */
  public static String verify(Derivation derivation) {
    return VERIFIER.fill(
        Map.of("problem", derivation.problem(), "solution", numbered(derivation.steps())));
  }

  /** Asks how good an evaluation of a solution is. */
  public static String metaVerify(Derivation derivation, String evaluation) {
    return META_VERIFIER.fill(
        Map.of(
            "problem",
            derivation.problem(),
            "solution",
            numbered(derivation.steps()),
            "evaluation",
            evaluation));
  }

  /** Asks for a better solution, given what was said of this one. */
  public static String refine(Derivation derivation, List<String> evaluations) {
    return REFINER.fill(
        Map.of(
            "problem",
            derivation.problem(),
            "solution",
            numbered(derivation.steps()),
            "evaluations",
            evaluations.isEmpty() ? "(none)" : String.join("\n\n", evaluations)));
  }

  private static String numbered(List<String> steps) {
    StringJoiner numbered = new StringJoiner("\n\n");
    for (int i = 0; i < steps.size(); i++)
      numbered.add("[step %d]\n%s".formatted(i + 1, steps.get(i)));
    return numbered.toString();
  }
}
