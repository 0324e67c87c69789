package dev.whetstone.task.family;

import dev.whetstone.task.Answer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The four moves on a grid, each a letter of UDLR, and how they are read and written. */
final class GridMoves {
  static final int COUNT = 4;

  private static final String LETTERS = "UDLR";
  private static final String ARROWS = "\u2191\u2193\u2190\u2192";
  private static final List<String> WORDS = List.of("up", "down", "left", "right");
  private static final Pattern LABEL =
      Pattern.compile(
          "^:? ?(?:(?:so |thus )?(?:the |a |one )?(?:shortest )?(?:path|route|way|moves)(?: is|"
              + " are)?:?)?");
  private static final Pattern BETWEEN = Pattern.compile("[\\s,;|\"'\\[\\]]++");

  private GridMoves() {}

  static int of(char letter) {
    return LETTERS.indexOf(letter);
  }

  static char letter(int move) {
    return LETTERS.charAt(move);
  }

  static boolean isVertical(int move) {
    return move < 2;
  }

  static String words(String path) {
    StringBuilder words = new StringBuilder();
    for (char move : path.toCharArray()) words.append(' ').append(WORDS.get(of(move)));
    return words.isEmpty() ? "none" : words.substring(1);
  }

  /** The letters of an answer's moves; empty where it says anything else. */
  static Optional<String> read(Answer answer) {
    String line = LABEL.matcher(answer.line().toLowerCase(Locale.ROOT)).replaceFirst("");
    StringBuilder path = new StringBuilder();
    for (String word : BETWEEN.split(withoutArrows(line), -1)) {
      int move = WORDS.indexOf(word);
      String letters = move < 0 ? word.toUpperCase(Locale.ROOT) : LETTERS.substring(move, move + 1);
      if (!letters.chars().allMatch(c -> LETTERS.indexOf(c) >= 0)) return Optional.empty();
      path.append(letters);
    }
    return path.isEmpty() ? Optional.empty() : Optional.of(path.toString());
  }

  /** Arrows are moves where they stand alone, and mere separators between words. */
  private static String withoutArrows(String line) {
    String plain = line.replace("->", " ");
    for (int i = 0; i < COUNT; i++)
      plain = plain.replace("\\" + WORDS.get(i) + "arrow", ARROWS.substring(i, i + 1));
    boolean spelled = plain.chars().anyMatch(Character::isLetter);
    for (int i = 0; i < COUNT; i++)
      plain = plain.replace(ARROWS.charAt(i), spelled ? ' ' : letter(i));
    return plain;
  }
}
