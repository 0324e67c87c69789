package dev.whetstone.task.family;

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

/** Add and subtract a chain of whole numbers. */
public final class ChainSum implements TaskFamily {
  private static final Control TERMS =
      Control.of("num_terms", "numbers in the chain", 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
  private static final Control DIGITS =
      Control.of("num_digits", "digits of each number", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);

  @Override
  public String name() {
    return "chain_sum";
  }

  @Override
  public Category category() {
    return Category.ARITHMETIC;
  }

  @Override
  public String summary() {
    return "Add and subtract a chain of whole numbers.";
  }

  @Override
  public List<Control> controls() {
    return List.of(TERMS, DIGITS);
  }

  @Override
  public Task make(Levels levels, RandomGenerator random) {
    List<Long> terms = new ArrayList<>();
    for (int i = 0; i < levels.value(TERMS); i++) terms.add(term(levels, random, i == 0));
    Chain chain = new Chain(terms);
    return new Task(
        "Calculate " + chain + ". Give only the final number as your answer.",
        Long.toString(chain.sum()),
        Checks.number(chain.sum()),
        "computed exactly",
        (long) (levels.value(TERMS) - 1) * levels.value(DIGITS),
        Optional.of(chain));
  }

  /** The digits wanted, the first not zero; negative, to be subtracted, half the time. */
  private static long term(Levels levels, RandomGenerator random, boolean first) {
    long lowest = Math.powExact(10L, levels.value(DIGITS) - 1);
    long size = random.nextLong(lowest, lowest * 10);
    return !first && random.nextBoolean() ? -size : size;
  }

  private record Chain(List<Long> terms) implements Worked {
    long sum() {
      return terms.stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public String toString() {
      StringBuilder text = new StringBuilder(terms.getFirst().toString());
      for (long term : terms.subList(1, terms.size()))
        text.append(term < 0 ? " - " : " + ").append(Math.abs(term));
      return text.toString();
    }

    @Override
    public Draft write(Slip slip) {
      List<String> steps = new ArrayList<>();
      long total = terms.getFirst();
      for (int i = 0; i + 1 < terms.size(); i++) {
        if (slip.hits(i, Flaw.SKIPPED_CASE)) continue;
        long used = slip.value(i, Flaw.WRONG_OPERAND, terms.get(i + 1));
        long applied = slip.hits(i, Flaw.WRONG_RULE) ? -used : used;
        long next = slip.value(i, Flaw.WRONG_ARITHMETIC, total + applied);
        steps.add(total + (applied < 0 ? " - " : " + ") + Math.abs(applied) + " = " + next);
        total = next;
      }
      return new Draft(steps, Long.toString(total));
    }

    @Override
    public Set<Flaw> flaws(int step) {
      Set<Flaw> flaws = EnumSet.of(Flaw.WRONG_ARITHMETIC, Flaw.WRONG_OPERAND, Flaw.WRONG_RULE);
      if (step + 2 < terms.size() && !terms.get(step + 1).equals(terms.get(step + 2)))
        flaws.add(Flaw.SKIPPED_CASE);
      return flaws;
    }
  }
}
