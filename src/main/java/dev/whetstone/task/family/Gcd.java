package dev.whetstone.task.family;

import dev.whetstone.task.Category;
import dev.whetstone.task.Checks;
import dev.whetstone.task.Control;
import dev.whetstone.task.Levels;
import dev.whetstone.task.Task;
import dev.whetstone.task.TaskFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Find the greatest common divisor of several numbers. */
public final class Gcd implements TaskFamily {
  private static final Control TERMS = Control.of("num_terms", "numbers given", 2, 3, 4, 5);
  private static final Control VALUE =
      Control.of(
          "value", "the most that a number can be", 300, 1_000, 3_000, 10_000, 100_000, 1_000_000);

  @Override
  public String name() {
    return "gcd";
  }

  @Override
  public Category category() {
    return Category.ARITHMETIC;
  }

  @Override
  public String summary() {
    return "Find the greatest common divisor of several numbers.";
  }

  @Override
  public List<Control> controls() {
    return List.of(TERMS, VALUE);
  }

  @Override
  public Task make(Levels levels, RandomGenerator random) {
    long gcd = 1L + random.nextInt(25 * (1 + levels.level(VALUE)));
    Euclid euclid = new Euclid(numbers(gcd, levels, random));
    return new Task(
        "Find the greatest common divisor of " + euclid + ". Give only the number as your answer.",
        Long.toString(gcd),
        Checks.number(gcd),
        "divides each, and the quotients share no divisor: " + euclid.quotients(gcd),
        euclid.effort(),
        Optional.of(euclid));
  }

  /** All but one share a further divisor, so that none can be left out unread. */
  private static List<Long> numbers(long gcd, Levels levels, RandomGenerator random) {
    int count = levels.value(TERMS);
    long further = count == 2 ? 1 : 2 + random.nextInt(2);
    int apart = random.nextInt(count);
    List<Long> numbers = new ArrayList<>(count);
    do {
      numbers.clear();
      for (int i = 0; i < count; i++) {
        long unit = i == apart ? gcd : gcd * further;
        numbers.add(unit * random.nextLong(2, levels.value(VALUE) / unit + 1));
      }
    } while (Euclid.gcd(numbers) != gcd);
    return List.copyOf(numbers);
  }
}
