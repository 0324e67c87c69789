package dev.whetstone.model.host;

import dev.whetstone.model.Critique;
import dev.whetstone.model.Reading;
import dev.whetstone.model.TreeReading;
import dev.whetstone.model.equation.Equation;
import dev.whetstone.model.equation.Equations;
import dev.whetstone.model.equation.Truth;
import dev.whetstone.model.text.Row;
import dev.whetstone.model.wide.Prior;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What the step verifier's network said of one derivation, or of one tree of steps.
 *
 * @param rows one of each of its rows
 */
record Outputs(Decision decision, Windowed windowed, List<RowOutput> rows) {
  /** A step of a wrong solution is criticised below the card's threshold, or this without one. */
  private static final double LIKELY_WRONG = 0.5;

  Reading reading() {
    List<Double> right = new ArrayList<>();
    for (RowOutput row : rows)
      for (int i = 0; i < row.scored().size(); i++) right.add(right(row, i));
    return decision.steps(right, critiques(decision.steps(right, List.of())));
  }

  /** The first error, and the other likely ones; none where no error is named. */
  private List<Critique> critiques(Reading reading) {
    if (reading.firstError().isEmpty()) return List.of();
    double least = decision.card().thresholds().step().orElse(LIKELY_WRONG);
    List<Critique> critiques = new ArrayList<>();
    for (RowOutput row : rows)
      for (int i = 0; i < row.scored().size(); i++) {
        int step = windowed.step(row.scored().get(i)).index();
        double p = reading.steps().get(step);
        boolean isFirst = reading.firstError().equals(OptionalInt.of(step));
        if (p < least || isFirst) critiques.add(critique(row, i, 1 - p));
      }
    critiques.sort(Comparator.comparingDouble(Critique::confidence).reversed());
    return critiques;
  }

  TreeReading treeReading() {
    OptionalDouble[] right = new OptionalDouble[windowed.tree().steps().size()];
    Arrays.fill(right, OptionalDouble.empty());
    for (RowOutput row : rows)
      for (int i = 0; i < row.scored().size(); i++)
        right[windowed.step(row.scored().get(i)).index()] = OptionalDouble.of(right(row, i));
    return new TreeReading(windowed.tree(), List.of(right), decision.card().thresholds());
  }

  private double right(RowOutput row, int scored) {
    Prior prior = windowed.step(row.scored().get(scored)).prior();
    return decision.probability(prior, row.steps()[scored][0]);
  }

  private Critique critique(RowOutput row, int scored, double confidence) {
    Row.Step place = row.scored().get(scored);
    Windowed.Step step = windowed.step(place);
    String text = windowed.text(step);
    Optional<Equation> failing = failing(text);
    if (failing.isPresent()) return arithmetic(step.index(), text, failing.get(), confidence);
    Quote quote = new Quote(text, step.node().tokens(), row.spans(place));
    return new Critique(step.index(), quote.text(), kind(row.steps()[scored]), confidence);
  }

  private static Optional<Equation> failing(String text) {
    return Equations.in(text).stream().filter(e -> e.truth() == Truth.FAILS).findFirst();
  }

  private static Critique arithmetic(int step, String text, Equation failing, double confidence) {
    String quote = text.substring(failing.start(), failing.end());
    return new Critique(step, quote, Critique.WRONG_ARITHMETIC, confidence);
  }

  private String kind(float[] outputs) {
    int most = 0;
    List<String> kinds = decision.card().kinds();
    for (int i = 1; i < kinds.size(); i++) if (outputs[1 + i] > outputs[1 + most]) most = i;
    return kinds.isEmpty() ? "wrong" : kinds.get(most);
  }
}
