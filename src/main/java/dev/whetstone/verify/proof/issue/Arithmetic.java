package dev.whetstone.verify.proof.issue;

import dev.whetstone.model.equation.Equation;
import dev.whetstone.model.equation.Truth;
import dev.whetstone.verify.proof.issue.Passage.Span;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recomputes the equations in a quoted part of a step. */
final class Arithmetic {
  private static final Set<Truth> HOLDING = Set.of(Truth.HOLDS, Truth.IDENTITY);
  private static final Pattern RELATION =
      Pattern.compile("[=<>≤≥≠≈≡]|\\\\(?:leq?|geq?|neq?|approx|equiv|sim|lt|gt)(?![a-zA-Z])");

  private Arithmetic() {}

  /**
   * Judges by all equations of the step. Confirms an issue by an equation that fails; refutes it
   * only if each relation of the part was understood and holds: exactly, as {@code =} between a
   * number and its rounding is right in a word problem and may be wrong in a proof.
   */
  static Recomputed in(List<Equation> all, String step, Span span) {
    List<Equation> meant = meant(all, span);
    if (meant.isEmpty()) return Recomputed.open("nothing quoted can be recomputed");
    if (meant.stream().anyMatch(e -> e.truth() == Truth.FAILS))
      return new Recomputed(Finding.CONFIRMED, "recomputed, an equation quoted does not hold");
    boolean holds = meant.stream().allMatch(e -> HOLDING.contains(e.truth()) && !e.rounded());
    return holds && isWhollyIn(all, step, span)
        ? new Recomputed(Finding.REFUTED, "recomputed, what is quoted holds")
        : Recomputed.open("not all of what is quoted can be recomputed");
  }

  /** Those whose relation is quoted; where there are none, those of which a part is. */
  private static List<Equation> meant(List<Equation> all, Span span) {
    List<Equation> inside =
        all.stream()
            .filter(e -> span.start() < e.resultStart() && e.resultStart() < span.end())
            .toList();
    if (!inside.isEmpty()) return inside;
    return all.stream().filter(e -> e.start() < span.end() && span.start() < e.end()).toList();
  }

  private static boolean isWhollyIn(List<Equation> all, String step, Span span) {
    Matcher relation = RELATION.matcher(step).region(span.start(), span.end());
    while (relation.find()) {
      int at = relation.start();
      if (all.stream().noneMatch(e -> e.start() <= at && at < e.end())) return false;
    }
    return true;
  }
}
