package dev.whetstone.verify.proof;

import java.util.Objects;

/** A solution and what its own writer says of it: Y and Z of DeepSeekMath-V2. */
public record SelfEvaluated(String solution, Analysis evaluation) {
  public SelfEvaluated {
    Objects.requireNonNull(solution);
    Objects.requireNonNull(evaluation);
  }
}
