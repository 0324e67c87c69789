package dev.whetstone.task.family;

import dev.whetstone.task.Flaw;
import dev.whetstone.task.Slip;
import dev.whetstone.task.Worked;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * A sequence of brackets read with a stack.
 *
 * @param kinds of brackets that may occur
 */
record BracketSequence(String given, int kinds) implements Worked {
  // No braces: an answer of closing braces would end the \boxed{} around it.
  private static final String OPENING = "([<\u00ab";
  private static final String CLOSING = ")]>\u00bb";

  /** So many pairs closed at random places, and so many brackets still open at the end. */
  static BracketSequence draw(int kinds, int pairs, int depth, RandomGenerator random) {
    StringBuilder given = new StringBuilder();
    StringBuilder due = new StringBuilder();
    int closings = pairs;
    for (int left = 2 * closings + depth; left > 0; left--)
      if (!due.isEmpty() && random.nextInt(left) < closings) {
        closings--;
        given.append(due.charAt(due.length() - 1));
        due.setLength(due.length() - 1);
      } else {
        int kind = random.nextInt(kinds);
        given.append(OPENING.charAt(kind));
        due.append(CLOSING.charAt(kind));
      }
    return new BracketSequence(given.toString(), kinds);
  }

  static boolean isBracket(char c) {
    return OPENING.indexOf(c) >= 0 || CLOSING.indexOf(c) >= 0;
  }

  /** What closes all that is left open. */
  String closing() {
    return closers(open(given.length()), false);
  }

  private static String closers(String open, boolean firstToLast) {
    StringBuilder closers = new StringBuilder();
    for (char c : open.toCharArray()) closers.append(CLOSING.charAt(OPENING.indexOf(c)));
    return (firstToLast ? closers : closers.reverse()).toString();
  }

  static String spaced(String brackets) {
    StringBuilder spaced = new StringBuilder();
    for (char c : brackets.toCharArray()) spaced.append(' ').append(c);
    return spaced.isEmpty() ? "none" : spaced.substring(1);
  }

  /** The brackets open after the first {@code count}. */
  String open(int count) {
    String open = "";
    for (int i = 0; i < count; i++) open = after(open, given.charAt(i));
    return open;
  }

  private static String after(String open, char bracket) {
    if (OPENING.indexOf(bracket) >= 0) return open + bracket;
    return open.isEmpty() ? "" : open.substring(0, open.length() - 1);
  }

  /** As in a queue: the first is closed, or a new one goes first. */
  private static String afterAtWrongEnd(String open, char bracket) {
    if (OPENING.indexOf(bracket) >= 0) return bracket + open;
    return open.isEmpty() ? "" : open.substring(1);
  }

  private char misread(char bracket, RandomGenerator random) {
    int kind = OPENING.indexOf(bracket);
    return kind < 0 ? OPENING.charAt(CLOSING.indexOf(bracket)) : other(OPENING, kind, random);
  }

  private char other(String brackets, int kind, RandomGenerator random) {
    return brackets.charAt(Draws.other(kind, kinds, random));
  }

  /** The last bracket miscopied, or one that is gone kept. */
  private String miscopied(String all, String brackets, RandomGenerator random) {
    if (all.isEmpty()) return brackets.substring(0, 1);
    int last = all.length() - 1;
    return all.substring(0, last) + other(brackets, brackets.indexOf(all.charAt(last)), random);
  }

  @Override
  public Draft write(Slip slip) {
    List<String> steps = new ArrayList<>();
    String open = "";
    for (int i = 0; i < given.length(); i++) {
      if (slip.hits(i, Flaw.SKIPPED_CASE)) continue;
      char read = given.charAt(i);
      if (slip.hits(i, Flaw.WRONG_OPERAND)) read = misread(read, slip.random());
      open = slip.hits(i, Flaw.WRONG_RULE) ? afterAtWrongEnd(open, read) : after(open, read);
      if (slip.hits(i, Flaw.WRONG_ARITHMETIC)) open = miscopied(open, OPENING, slip.random());
      steps.add(step(i + 1, read, open));
    }
    String answer = spaced(closers(open, slip));
    steps.add("Closed from the last to the first: " + answer);
    return new Draft(steps, answer);
  }

  private static String step(int number, char read, String open) {
    String does = OPENING.indexOf(read) >= 0 ? " opens" : " closes the last one";
    return "Bracket " + number + ": " + read + does + "; open now: " + spaced(open);
  }

  private String closers(String open, Slip slip) {
    String closing = closers(open, slip.hits(given.length(), Flaw.WRONG_RULE));
    return slip.hits(given.length(), Flaw.WRONG_ARITHMETIC)
        ? miscopied(closing, CLOSING, slip.random())
        : closing;
  }

  @Override
  public Set<Flaw> flaws(int step) {
    Set<Flaw> flaws = EnumSet.of(Flaw.WRONG_ARITHMETIC);
    String open = open(step);
    if (step == given.length()) {
      if (!closers(open, true).equals(closers(open, false))) flaws.add(Flaw.WRONG_RULE);
      return flaws;
    }
    flaws.add(Flaw.WRONG_OPERAND);
    if (!afterAtWrongEnd(open, given.charAt(step)).equals(open(step + 1)))
      flaws.add(Flaw.WRONG_RULE);
    if (step + 1 < given.length() && !after(open, given.charAt(step + 1)).equals(open(step + 2)))
      flaws.add(Flaw.SKIPPED_CASE);
    return flaws;
  }
}
