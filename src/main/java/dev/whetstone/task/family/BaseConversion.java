package dev.whetstone.task.family;

import dev.whetstone.task.Category;
import dev.whetstone.task.Check;
import dev.whetstone.task.Checks;
import dev.whetstone.task.Control;
import dev.whetstone.task.Levels;
import dev.whetstone.task.Task;
import dev.whetstone.task.TaskFamily;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Write a whole number of one base in another. */
public final class BaseConversion implements TaskFamily {
  private static final Control BASE =
      Control.of("base", "largest base", 4, 6, 8, 10, 12, 16, 20, 28, 36);
  private static final Control VALUE =
      Control.of(
          "value",
          "bound of the number",
          1_000,
          10_000,
          100_000,
          1_000_000,
          10_000_000,
          100_000_000,
          1_000_000_000);

  @Override
  public String name() {
    return "base_conversion";
  }

  @Override
  public Category category() {
    return Category.ALGORITHMIC;
  }

  @Override
  public String summary() {
    return "Write a whole number of one base in another.";
  }

  @Override
  public List<Control> controls() {
    return List.of(BASE, VALUE);
  }

  @Override
  public Task make(Levels levels, RandomGenerator random) {
    int from = 2 + random.nextInt(levels.value(BASE) - 1);
    int to = 2 + random.nextInt(levels.value(BASE) - 2);
    if (to >= from) to++;
    RadixConversion conversion = new RadixConversion(value(levels, random), from, to);
    return new Task(
        question(conversion),
        conversion.answer(),
        check(conversion),
        "the value is " + conversion.value(),
        conversion.effort(),
        Optional.of(conversion));
  }

  private static Check check(RadixConversion conversion) {
    String truth = conversion.answer().toLowerCase(Locale.ROOT);
    return Checks.reading(answer -> Numeral.read(answer, conversion.to()), truth::equals);
  }

  /** Never one digit long, so that the same digits never stand for it in two bases. */
  private static long value(Levels levels, RandomGenerator random) {
    return random.nextInt(levels.value(VALUE) / 10, levels.value(VALUE));
  }

  private static String question(RadixConversion conversion) {
    String letters =
        Math.max(conversion.from(), conversion.to()) > 10
            ? " The digits above 9 are A for 10, B for 11, ..."
            : "";
    return "Convert the number "
        + conversion.given()
        + " from base "
        + conversion.from()
        + " to base "
        + conversion.to()
        + "."
        + letters
        + " Give only the converted number as your answer.";
  }
}
