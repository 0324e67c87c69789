package dev.whetstone.model.equation;

import java.util.List;
import java.util.Set;

/** Tells the relations that a text supposes, asks about, denies or means otherwise. */
final class Doubt {
  private static final int REACH = 12;
  private static final String SENTENCE = ".;?";
  private static final Set<String> BEFORE =
      Set.of(
          "if",
          "suppose",
          "assume",
          "would",
          "cannot",
          "not",
          "don",
          "isn",
          "doesn",
          "neither",
          "whether",
          "false",
          "impossible",
          "remainder",
          "integer",
          "floor",
          "modulo",
          "mod",
          "base",
          "instead",
          "test");
  private static final Set<String> AFTER =
      Set.of(
          "not",
          "isn",
          "false",
          "contradiction",
          "contradicts",
          "impossible",
          "incorrect",
          "wrong",
          "untrue",
          "remainder",
          "round",
          "rounds",
          "rounded",
          "rounding",
          "nonsense",
          "doesn");

  private Doubt() {}

  /** Whether the words of the sentence around the lexemes from start to end cast doubt on them. */
  static boolean about(List<Lexeme> lexemes, int start, int end) {
    for (int i = start - 1; i >= Math.max(0, start - REACH) && !ends(lexemes.get(i)); i--)
      if (BEFORE.contains(lexemes.get(i).text())) return true;
    for (int i = end; i < Math.min(lexemes.size(), end + REACH); i++) {
      if (lexemes.get(i).is(Kind.BREAK, "?") || AFTER.contains(lexemes.get(i).text())) return true;
      if (ends(lexemes.get(i))) return false;
    }
    return false;
  }

  private static boolean ends(Lexeme lexeme) {
    return lexeme.is(Kind.BREAK) && SENTENCE.contains(lexeme.text());
  }
}
