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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

  private static final int MAX_LINE = 1_000;
  private static final Map<Integer, String> PREFIXES = Map.of(2, "0b", 8, "0o", 16, "0x");
  private static final Pattern DENIAL = Pattern.compile("\\b(?:not|never|nor|neither|wrong)\\b");
  private static final Pattern GROUPED =
      Pattern.compile("\\d{1,3}(?:,\\d{3})++|\\d{1,3}(?: \\d{3})++|\\d{1,8}(?: \\d{8})++");
  private static final Pattern FOURS = Pattern.compile("\\d{1,4}(?: \\d{4})++");
  private static final Pattern SUBSCRIPT = Pattern.compile("[₀-₉]{1,2}+$");
  private static final Pattern NUMERAL =
      Pattern.compile(
          "\\(?([0-9a-z][0-9a-z, ]{0,200}?)\\)?"
              + "(?: ?_ ?\\{?\\(?(\\d{1,2})\\)?}?| ?\\(?(?:in )?base[- ]?(\\d{1,2})\\)?)?");

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
    return task(new Conversion(value(levels, random), from, to));
  }

  /** Never one digit long, so that the same digits never stand for it in two bases. */
  private static long value(Levels levels, RandomGenerator random) {
    return random.nextInt(levels.value(VALUE) / 10, levels.value(VALUE));
  }

  private static Task task(Conversion conversion) {
    String given = conversion.given();
    String truth = conversion.answer();
    int to = conversion.to;
    return new Task(
        question(given, conversion.from, to),
        truth,
        Checks.reading(answer -> read(answer, to), truth.toLowerCase(Locale.ROOT)::equals),
        "the value is " + conversion.value,
        (long) given.length() * conversion.from + (long) truth.length() * to,
        Optional.of(conversion));
  }

  private static String question(String given, int from, int to) {
    String letters =
        Math.max(from, to) > 10 ? " The digits above 9 are A for 10, B for 11, ..." : "";
    return "Convert the number "
        + given
        + " from base "
        + from
        + " to base "
        + to
        + "."
        + letters
        + " Give only the converted number as your answer.";
  }

  /** The digits in lower case without leading zeros, of a numeral that may name its base. */
  private static Optional<String> read(Answer answer, int base) {
    String line = answer.line().toLowerCase(Locale.ROOT);
    String tail = answer.tail();
    if (line.length() > MAX_LINE) return Optional.empty();
    if (DENIAL.matcher(line.substring(0, Math.max(0, line.length() - tail.length()))).find())
      return Optional.empty();
    Matcher numeral = NUMERAL.matcher(SUBSCRIPT.matcher(tail).replaceAll(m -> lowered(m.group())));
    if (!numeral.matches() || !agrees(numeral.group(2), base) || !agrees(numeral.group(3), base))
      return Optional.empty();
    return digits(numeral.group(1).strip(), base);
  }

  private static String lowered(String subscript) {
    StringBuilder plain = new StringBuilder("_");
    for (int i = 0; i < subscript.length(); i++) plain.append(subscript.charAt(i) - '₀');
    return plain.toString();
  }

  private static boolean agrees(String stated, int base) {
    return stated == null || Integer.parseInt(stated) == base;
  }

  private static Optional<String> digits(String written, int base) {
    boolean grouped = GROUPED.matcher(written).matches() || FOURS.matcher(written).matches();
    String digits = grouped ? written.replace(",", "").replace(" ", "") : written;
    String prefix = PREFIXES.get(base);
    if (prefix != null && digits.startsWith(prefix)) digits = digits.substring(prefix.length());
    int start = 0;
    while (start + 1 < digits.length() && digits.charAt(start) == '0') start++;
    for (int i = start; i < digits.length(); i++)
      if (Character.digit(digits.charAt(i), 36) < 0) return Optional.empty();
    return digits.isEmpty() ? Optional.empty() : Optional.of(digits.substring(start));
  }

  private static String numeral(long value, int base) {
    return Long.toString(value, base).toUpperCase(Locale.ROOT);
  }

  /** Place by place into base ten, then by repeated division out of it. */
  private record Conversion(long value, int from, int to) implements Worked {
    String given() {
      return numeral(value, from);
    }

    String answer() {
      return numeral(value, to);
    }

    private int readings() {
      return from == 10 ? 0 : given().length() - 1;
    }

    private int divisions() {
      return to == 10 ? 0 : answer().length();
    }

    @Override
    public Draft write(Slip slip) {
      List<String> steps = new ArrayList<>();
      long total = from == 10 ? value : readIn(slip, steps);
      return new Draft(steps, to == 10 ? Long.toString(total) : writeOut(total, slip, steps));
    }

    private long readIn(Slip slip, List<String> steps) {
      String given = given();
      long total = Character.digit(given.charAt(0), 36);
      for (int step = 0; step + 1 < given.length(); step++) {
        if (slip.hits(step, Flaw.SKIPPED_CASE)) continue;
        int right = Character.digit(given.charAt(step + 1), 36);
        int digit = slip.hits(step, Flaw.WRONG_OPERAND) ? other(slip, right, from) : right;
        int base = slip.hits(step, Flaw.WRONG_RULE) ? to : from;
        long next = slip.value(step, Flaw.WRONG_ARITHMETIC, total * base + digit);
        steps.add(
            "%s in base %d is %d * %d + %d = %d"
                .formatted(given.substring(0, step + 2), from, total, base, digit, next));
        total = next;
      }
      return total;
    }

    private String writeOut(long total, Slip slip, List<String> steps) {
      StringBuilder remainders = new StringBuilder();
      int step = readings();
      long rest = total;
      do {
        long used = slip.value(step, Flaw.WRONG_OPERAND, rest);
        int base = slip.hits(step, Flaw.WRONG_RULE) ? from : to;
        int remainder = (int) (used % base);
        rest = used / base;
        if (slip.hits(step, Flaw.WRONG_ARITHMETIC)) {
          if (rest > 1) rest = slip.near(rest);
          else remainder = other(slip, remainder, to);
        }
        if (!slip.hits(step++, Flaw.SKIPPED_CASE)) {
          steps.add(used + " / " + base + " = " + rest + " remainder " + named(remainder));
          remainders.append(numeral(remainder, 36));
        }
      } while (rest > 0);
      return gather(remainders, step, slip, steps);
    }

    private String gather(StringBuilder remainders, int step, Slip slip, List<String> steps) {
      if (slip.hits(step, Flaw.SKIPPED_CASE)) remainders.deleteCharAt(0);
      if (slip.hits(step, Flaw.WRONG_OPERAND)) {
        int right = Character.digit(remainders.charAt(0), 36);
        remainders.setCharAt(0, numeral(other(slip, right, to), 36).charAt(0));
      }
      if (!slip.hits(step, Flaw.WRONG_RULE)) remainders.reverse();
      steps.add("The remainders from the last to the first are " + remainders);
      return remainders.toString();
    }

    private static String named(int remainder) {
      return remainder < 10 ? "" + remainder : remainder + " (" + numeral(remainder, 36) + ")";
    }

    private static int other(Slip slip, int digit, int base) {
      return (digit + 1 + slip.random().nextInt(base - 1)) % base;
    }

    @Override
    public Set<Flaw> flaws(int step) {
      if (step < readings()) return readingFlaws(step);
      int division = step - readings();
      return division < divisions() ? divisionFlaws(division) : gatheringFlaws();
    }

    private Set<Flaw> readingFlaws(int step) {
      Set<Flaw> flaws = EnumSet.of(Flaw.WRONG_ARITHMETIC, Flaw.WRONG_OPERAND, Flaw.WRONG_RULE);
      if (step + 1 < readings()) flaws.add(Flaw.SKIPPED_CASE);
      return flaws;
    }

    private Set<Flaw> divisionFlaws(int division) {
      long rest = value;
      for (int i = 0; i < division; i++) rest /= to;
      Set<Flaw> flaws = EnumSet.of(Flaw.WRONG_ARITHMETIC);
      if (rest > 1) flaws.add(Flaw.WRONG_OPERAND);
      if (rest >= Math.min(from, to)) flaws.add(Flaw.WRONG_RULE);
      if (division + 1 < divisions()) flaws.add(Flaw.SKIPPED_CASE);
      return flaws;
    }

    private Set<Flaw> gatheringFlaws() {
      Set<Flaw> flaws = EnumSet.of(Flaw.WRONG_OPERAND, Flaw.SKIPPED_CASE);
      String answer = answer();
      if (!new StringBuilder(answer).reverse().toString().equals(answer))
        flaws.add(Flaw.WRONG_RULE);
      return flaws;
    }
  }
}
