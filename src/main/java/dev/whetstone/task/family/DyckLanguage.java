package dev.whetstone.task.family;

import dev.whetstone.task.Answer;
import dev.whetstone.task.Category;
import dev.whetstone.task.Checks;
import dev.whetstone.task.Control;
import dev.whetstone.task.Levels;
import dev.whetstone.task.Task;
import dev.whetstone.task.TaskFamily;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Close every bracket that a sequence of brackets leaves open. */
public final class DyckLanguage implements TaskFamily {
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
    BracketSequence sequence =
        BracketSequence.draw(levels.value(KINDS), levels.value(PAIRS), levels.value(DEPTH), random);
    String closing = sequence.closing();
    String whole = sequence.given() + closing;
    return new Task(
        "Complete this sequence of brackets, so that every bracket is closed in the right order: "
            + BracketSequence.spaced(sequence.given())
            + "\nGive only the closing brackets that are missing, separated by spaces.",
        BracketSequence.spaced(closing),
        Checks.reading(DyckLanguage::read, said -> said.equals(closing) || said.equals(whole)),
        "read with a stack, on which " + closing.length() + " brackets stay",
        (long) sequence.given().length() * levels.value(KINDS),
        Optional.of(sequence));
  }

  /** The brackets of an answer; empty where it holds anything else. */
  private static Optional<String> read(Answer answer) {
    String line = answer.line().replace("\\langle", "<").replace("\\rangle", ">");
    StringBuilder brackets = new StringBuilder();
    for (char c : LABEL.matcher(line).replaceFirst("").toCharArray())
      if (BracketSequence.isBracket(c)) brackets.append(c);
      else if (" ,'\"".indexOf(c) < 0) return Optional.empty();
    return brackets.isEmpty() ? Optional.empty() : Optional.of(brackets.toString());
  }
}
