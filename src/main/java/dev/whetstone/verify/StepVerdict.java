package dev.whetstone.verify;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.whetstone.model.Critique;
import dev.whetstone.model.Derivation;
import dev.whetstone.model.Reading;
import dev.whetstone.task.Grade;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/** What the step verifier says of a solution's steps, or why it says nothing. */
@RegisterForReflection(targets = {StepVerdict.Read.class, StepVerdict.Unread.class, Critique.class})
public sealed interface StepVerdict {
  /**
   * @param verifier name and version of the model, {@code step-verifier@1}
   * @param right P(step is right) for each step, in [0, 1]; empty where the model scores the whole
   * @param firstError index of the likeliest first error, from 0; empty for none
   * @param score the whole on {0, 1/2, 1}
   * @param whole P(no step is wrong), in [0, 1]
   * @param critiques the flaws pointed at, most confident first
   */
  record Read(
      String verifier,
      List<Double> right,
      OptionalInt firstError,
      double score,
      double whole,
      List<Critique> critiques)
      implements StepVerdict {
    public Read {
      Objects.requireNonNull(verifier);
      right = List.copyOf(right);
      critiques = List.copyOf(critiques);
    }

    /** Without the critiques that quote what the step does not say. */
    public static Read of(String verifier, Derivation derivation, Reading reading) {
      return new Read(
          verifier,
          reading.steps(),
          reading.firstError(),
          reading.score(),
          reading.whole(),
          reading.critiques().stream().filter(c -> holds(c, derivation.steps())).toList());
    }

    private static boolean holds(Critique critique, List<String> steps) {
      return critique.step() >= 0
          && critique.step() < steps.size()
          && isWhole(critique.quote())
          && steps.get(critique.step()).contains(critique.quote());
    }

    /** No half of a surrogate pair, which no JSON column holds. */
    private static boolean isWhole(String quote) {
      if (quote.isEmpty()) return true;
      return !Character.isLowSurrogate(quote.charAt(0))
          && !Character.isHighSurrogate(quote.charAt(quote.length() - 1));
    }

    /** Nothing of the candidate's text is left in it. */
    public Read withoutQuotes() {
      List<Critique> bare =
          critiques.stream()
              .map(c -> new Critique(c.step(), "", c.kind(), c.confidence()))
              .toList();
      return new Read(verifier, right, firstError, score, whole, bare);
    }

    /** Whether no step is wrong; by the score where the model scores the whole alone. */
    public boolean takesForRight() { // not named as what JSON would take for a field
      return right.isEmpty() ? score == 1 : firstError.isEmpty();
    }
  }

  /**
   * @param unread why
   * @param detail for the client; never the candidate's text
   */
  record Unread(Why unread, String detail) implements StepVerdict {
    public Unread {
      Objects.requireNonNull(unread);
      Objects.requireNonNull(detail);
    }

    static Unread late() {
      return new Unread(Why.DEADLINE, "the step verifier did not answer in time");
    }

    static Unread fault() {
      return new Unread(Why.FAULT, "the step verifier failed; the fault is logged");
    }
  }

  /** Why nothing is said of the steps; never the candidate's loss. */
  enum Why {
    NO_VERIFIER,
    NO_STEPS,
    TOO_LONG,
    /** The model refuses it by a stated rule. */
    UNSCORABLE,
    /** The model's queue is full. */
    BUSY,
    DEADLINE,
    FAULT;

    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether a right answer was come to by right steps; empty where it is not right, or unread. */
  static Optional<Boolean> sound(Grade grade, Optional<StepVerdict> steps) {
    return steps
        .filter(said -> grade == Grade.RIGHT && said instanceof Read)
        .map(said -> ((Read) said).takesForRight());
  }
}
