package dev.whetstone.model.host;

import dev.whetstone.model.Critique;
import dev.whetstone.model.Reading;
import dev.whetstone.model.text.Row;
import dev.whetstone.model.text.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What the step verifier's network said of a batch, read derivation by derivation, in order. */
final class Outputs {
  private final Decision decision;
  private final float[] steps;
  private final float[] spans;
  private final int side;
  private final int width;
  private int step;
  private int row;

  /**
   * @param steps [N, 1 + kinds]
   * @param spans [rows, side]
   */
  Outputs(Decision decision, float[] steps, float[] spans, int side) {
    this.decision = decision;
    this.steps = steps;
    this.spans = spans;
    this.side = side;
    this.width = 1 + decision.card().kinds().size();
  }

  Reading reading(Windowed windowed) {
    List<Double> right = new ArrayList<>();
    List<Critique> critiques = new ArrayList<>();
    for (Row window : windowed.rows()) {
      for (Row.Step place : window.steps())
        if (place.scored()) {
          double p =
              decision.probability(windowed.priors().get(place.node()) + steps[step * width]);
          right.add(p);
          if (p < decision.card().thresholds().step()) critiques.add(critique(place, windowed, p));
          step++;
        }
      row++;
    }
    critiques.sort(Comparator.comparingDouble(Critique::confidence).reversed());
    return decision.steps(right, critiques);
  }

  private Critique critique(Row.Step place, Windowed windowed, double right) {
    String text = windowed.derivation().steps().get(place.node());
    return new Critique(place.node(), quote(place, windowed, text), kind(), 1 - right);
  }

  private String kind() {
    int most = 0;
    List<String> kinds = decision.card().kinds();
    for (int i = 1; i < kinds.size(); i++)
      if (steps[step * width + 1 + i] > steps[step * width + 1 + most]) most = i;
    return kinds.isEmpty() ? "wrong" : kinds.get(most);
  }

  /**
   * The tokens that are likely part of the flaw, around the likeliest; the step if there is none.
   */
  private String quote(Row.Step place, Windowed windowed, String text) {
    Tokens tokens = windowed.tokens().get(place.node());
    if (tokens.length() == 0) return text;
    int best = 0;
    for (int i = 1; i < tokens.length(); i++) if (span(place, i) > span(place, best)) best = i;
    int from = best;
    int to = best;
    while (from > 0 && span(place, from - 1) > 0) from--;
    while (to < tokens.length() - 1 && span(place, to + 1) > 0) to++;
    return word(text, tokens.starts()[from], tokens.ends()[to]);
  }

  /** Widened to whole words. */
  private static String word(String text, int start, int end) {
    int from = start;
    int to = end;
    while (from > 0 && !Character.isWhitespace(text.charAt(from - 1))) from--;
    while (to < text.length() && !Character.isWhitespace(text.charAt(to))) to++;
    return text.substring(from, to);
  }

  private float span(Row.Step place, int token) {
    return spans[row * side + place.start() + token];
  }
}
