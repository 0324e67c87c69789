package dev.whetstone.model.text;

import dev.whetstone.model.equation.Equation;
import dev.whetstone.model.equation.Equations;
import dev.whetstone.model.equation.Truth;
import java.util.List;

/**
 * What is noted at a token: where its number comes from, what recomputing its equation said, and
 * whether it goes on a number that the token before it began. One note is one row of an embedding.
 */
public final class Notes {
  private static final List<Origin> ORIGINS = List.of(Origin.values());
  private static final List<Truth> TRUTHS = List.of(Truth.values());

  /** How many different notes there are. */
  public static final int COUNT = (ORIGINS.size() + 1) * (TRUTHS.size() + 1) * 2;

  private static final int FAILS = mark(Truth.FAILS);
  private static final int DIFFERS = mark(Truth.NO_IDENTITY);

  private Notes() {}

  /** The notes of each character of a step, and, behind the last, of the step as a whole. */
  static int[] of(String text, Numerals before) {
    int[] origin = new int[text.length() + 1];
    int[] truth = new int[text.length() + 1];
    boolean[] on = new boolean[text.length() + 1];
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
    for (Equation equation : Equations.in(text)) {
      int mark = mark(equation.truth());
      for (int at = equation.resultStart(); at < equation.resultEnd(); at++) truth[at] = mark;
      truth[text.length()] = worst(truth[text.length()], mark);
    }
    int[] notes = new int[text.length() + 1];
    for (int at = 0; at < notes.length; at++)
      notes[at] = (origin[at] * (TRUTHS.size() + 1) + truth[at]) * 2 + (on[at] ? 1 : 0);
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
