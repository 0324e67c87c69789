package dev.whetstone.verify.proof.issue;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * A flaw that an analysis points at.
 *
 * @param step from 0; empty where it is about the whole
 * @param quote what it says the solution says; empty only where something is missing or misshapen
 * @param reason in its writer's words
 */
public record Issue(OptionalInt step, String quote, Claim claim, Severity severity, String reason) {
  public Issue {
    Objects.requireNonNull(claim);
    Objects.requireNonNull(severity);
    Objects.requireNonNull(reason);
    if (step.isPresent() && step.getAsInt() < 0) throw new IllegalArgumentException("no step");
    if (quote.isBlank() && !claim.mayQuoteNothing())
      throw new IllegalArgumentException("an issue of " + claim + " quotes what it is about");
  }
}
