package dev.whetstone.api;

import dev.whetstone.model.Derivation;
import dev.whetstone.verify.proof.ProofLimits;

/** What is asked of a proof in steps. */
final class ProofSteps {
  private ProofSteps() {}

  static Derivation required(String field, Derivation proof, ProofLimits limits) {
    int steps = proof.steps().size();
    if (steps == 0) throw new BadField(field, field + " has no steps", "give at least one step");
    if (steps > limits.maxSteps())
      throw new BadField(
          field,
          field + " has more steps than can be read",
          "give at most " + limits.maxSteps() + " steps");
    if (proof.length() > limits.maxCharacters())
      throw new BadField(
          field,
          "problem and " + field + " have " + proof.length() + " characters",
          "give at most " + limits.maxCharacters() + " characters");
    return proof;
  }
}
