package dev.whetstone.model.text;

import dev.whetstone.model.equation.Consequence;
import dev.whetstone.model.equation.Equation;
import dev.whetstone.model.equation.Equations;
import dev.whetstone.model.equation.Inference;
import dev.whetstone.model.equation.Truth;
import java.util.List;

/**
 * What is noted at a token: where its number comes from, what recomputing its equation said, how
 * that goes together with earlier ones, and whether it goes on a number that the token before it
 * began. One note is one row of an embedding.
 */
public final class Notes {
  private static final List<Origin> ORIGINS = List.of(Origin.values());
  private static final List<Truth> TRUTHS = List.of(Truth.values());
  private static final List<Consequence> CONSEQUENCES = List.of(Consequence.values());

  /** How many different notes there are. */
  public static final int COUNT =
      (ORIGINS.size() + 1) * (TRUTHS.size() + 1) * (CONSEQUENCES.size() + 1) * 2;

  private static final int FAILS = mark(Truth.FAILS);
  private static final int DIFFERS = mark(Truth.NO_IDENTITY);

  private final String text;
  private final int[] origin;
  private final int[] truth;
  private final int[] consequence;
  private final boolean[] on;

  private Notes(String text) {
    this.text = text;
    int places = text.length() + 1;
    origin = new int[places];
    truth = new int[places];
    consequence = new int[places];
    on = new boolean[places];
  }

  /** The notes of each character of a step, and, behind the last, of the step as a whole. */
  static int[] of(String text, Before before) {
    Notes notes = new Notes(text);
    notes.numbers(before.numerals());
    Equations.in(text).forEach(notes::recomputed);
    before.conditions().inferences(text).forEach(notes::inferred);
    return notes.all();
  }

  private void numbers(Numerals before) {
    List<Numerals.Numeral> numerals = Numerals.in(text);
    List<Origin> origins = before.origins(numerals);
    for (int i = 0; i < numerals.size(); i++) {
      Numerals.Numeral numeral = numerals.get(i);
      int mark = ORIGINS.indexOf(origins.get(i)) + 1;
      for (int at = numeral.start(); at < numeral.end(); at++) {
        origin[at] = mark;
        on[at] = at > numeral.start();
      }
      origin[text.length()] = Math.max(origin[text.length()], mark);
    }
  }

  private void recomputed(Equation equation) {
    int mark = mark(equation.truth());
    for (int at = equation.resultStart(); at < equation.resultEnd(); at++) truth[at] = mark;
    truth[text.length()] = worst(truth[text.length()], mark);
  }

  private void inferred(Inference inference) {
    int mark = CONSEQUENCES.indexOf(inference.consequence()) + 1;
    for (int at = inference.start(); at < inference.end(); at++) consequence[at] = mark;
    consequence[text.length()] = Math.max(consequence[text.length()], mark);
  }

  private int[] all() {
    int[] notes = new int[text.length() + 1];
    for (int at = 0; at < notes.length; at++) {
      int said = truth[at] * (CONSEQUENCES.size() + 1) + consequence[at];
      int equations = (TRUTHS.size() + 1) * (CONSEQUENCES.size() + 1);
      notes[at] = (origin[at] * equations + said) * 2 + (on[at] ? 1 : 0);
    }
    return notes;
  }

  /** 0 is for none. */
  private static int mark(Truth truth) {
    return TRUTHS.indexOf(truth) + 1;
  }

  /** A failure counts most, then what is no identity, then what holds. */
  private static int worst(int a, int b) {
    if (a == FAILS || b == FAILS) return FAILS;
    return a == DIFFERS || b == DIFFERS ? DIFFERS : Math.max(a, b);
  }
}
