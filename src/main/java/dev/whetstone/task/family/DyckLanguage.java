package dev.whetstone.task.family;

import dev.whetstone.task.Answer;
import dev.whetstone.task.Category;
import dev.whetstone.task.Checks;
import dev.whetstone.task.Control;
import dev.whetstone.task.Flaw;
import dev.whetstone.task.Levels;
import dev.whetstone.task.Slip;
import dev.whetstone.task.Task;
import dev.whetstone.task.TaskFamily;
import dev.whetstone.task.Worked;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Close every bracket that a sequence of brackets leaves open. */
public final class DyckLanguage implements TaskFamily {
  // No braces: an answer of closing braces would end the \boxed{} around it.
  private static final String OPENING = "([<\u00ab";
  private static final String CLOSING = ")]>\u00bb";
  private static final Control KINDS = Control.of("kinds", "kinds of brackets", 2, 3, 4);
  private static final Control PAIRS =
      Control.of("closed_pairs", "pairs already closed", 3, 5, 8, 12, 18, 25, 35, 50);
  private static final Control DEPTH =
      Control.of("depth", "brackets still open at the end", 5, 6, 7, 8, 10, 12, 15, 20);
  private static final Pattern LABEL =
      Pattern.compile(
          "(?i)^:? ?(?:(?:so |thus )?(?:the )?(?:(?:closing|missing|remaining) brackets"
              + "|(?:completed?|full|whole) sequence)(?: is| are)?:?)?");

  @Override
  public String name() {
    return "dyck_language";
  }

  @Override
  public Category category() {
    return Category.FORMAL_LANGUAGE;
  }

  @Override
  public String summary() {
    return "Close every bracket that a sequence of brackets leaves open.";
  }

  @Override
  public List<Control> controls() {
    return List.of(KINDS, PAIRS, DEPTH);
  }

  @Override
  public Task make(Levels levels, RandomGenerator random) {
    Sequence sequence = new Sequence(draw(levels, random), levels.value(KINDS));
    String closing = closers(sequence.open(sequence.given.length()), false);
    String whole = sequence.given + closing;
    return new Task(
        "Complete this sequence of brackets, so that every bracket is closed in the right order: "
            + spaced(sequence.given)
            + "\nGive only the closing brackets that are missing, separated by spaces.",
        spaced(closing),
        Checks.reading(DyckLanguage::read, said -> said.equals(closing) || said.equals(whole)),
        "read with a stack, on which " + closing.length() + " brackets stay",
        (long) sequence.given.length() * levels.value(KINDS),
        Optional.of(sequence));
  }

  private static String draw(Levels levels, RandomGenerator random) {
    StringBuilder given = new StringBuilder();
    StringBuilder due = new StringBuilder();
    int closings = levels.value(PAIRS);
    for (int left = 2 * closings + levels.value(DEPTH); left > 0; left--)
      if (!due.isEmpty() && random.nextInt(left) < closings) {
        closings--;
        given.append(due.charAt(due.length() - 1));
        due.setLength(due.length() - 1);
      } else {
        int kind = random.nextInt(levels.value(KINDS));
        given.append(OPENING.charAt(kind));
        due.append(CLOSING.charAt(kind));
      }
    return given.toString();
  }

  /** The brackets of an answer; empty where it holds anything else. */
  private static Optional<String> read(Answer answer) {
    String line = answer.line().replace("\\langle", "<").replace("\\rangle", ">");
    StringBuilder brackets = new StringBuilder();
    for (char c : LABEL.matcher(line).replaceFirst("").toCharArray())
      if (OPENING.indexOf(c) >= 0 || CLOSING.indexOf(c) >= 0) brackets.append(c);
      else if (" ,'\"".indexOf(c) < 0) return Optional.empty();
    return brackets.isEmpty() ? Optional.empty() : Optional.of(brackets.toString());
  }

  private static String closers(String open, boolean firstToLast) {
    StringBuilder closers = new StringBuilder();
    for (char c : open.toCharArray()) closers.append(CLOSING.charAt(OPENING.indexOf(c)));
    return (firstToLast ? closers : closers.reverse()).toString();
  }

  private static String spaced(String brackets) {
    StringBuilder spaced = new StringBuilder();
    for (char c : brackets.toCharArray()) spaced.append(' ').append(c);
    return spaced.isEmpty() ? "none" : spaced.substring(1);
  }

  private record Sequence(String given, int kinds) implements Worked {
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
      return brackets.charAt((kind + 1 + random.nextInt(kinds - 1)) % kinds);
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
      String answer = spaced(closing(open, slip));
      steps.add("Closed from the last to the first: " + answer);
      return new Draft(steps, answer);
    }

    private static String step(int number, char read, String open) {
      String does = OPENING.indexOf(read) >= 0 ? " opens" : " closes the last one";
      return "Bracket " + number + ": " + read + does + "; open now: " + spaced(open);
    }

    private String closing(String open, Slip slip) {
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
}
