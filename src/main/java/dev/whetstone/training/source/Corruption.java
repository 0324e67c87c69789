package dev.whetstone.training.source;

import dev.whetstone.model.fit.Example;
import dev.whetstone.task.Flaw;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Breaks steps of right solutions whose calculations are marked as in GSM8K, {@code <<2*3=6>>6}:
 * the result, an operand or the operation is another, and what follows from it in the step is
 * recomputed. The label is exact and free.
 */
final class Corruption {
  private static final Pattern MARK =
      Pattern.compile("<<(\\d+(?:\\.\\d+)?)([-+*/])(\\d+(?:\\.\\d+)?)=(\\d+(?:\\.\\d+)?)>>");
  private static final Pattern ANY_MARK = Pattern.compile("<<[^<>]{0,200}>>");
  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\d.,])(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?");
  private static final Pattern ANSWER = Pattern.compile("The answer is (\\S+)\\.");
  private static final String OPERATIONS = "+-*/";

  private static final String FINAL = "####";

  private final RandomGenerator random;
  private final double weight;

  Corruption(RandomGenerator random, double weight) {
    this.random = random;
    this.weight = weight;
  }

  /**
   * A broken step, still with marks.
   *
   * @param written whether its calculation can be read without the marks
   */
  record Broken(String text, Flaw flaw, boolean written) {
    Flaw seen(boolean marked) {
      return marked || written ? flaw : Flaw.WRONG_ARITHMETIC;
    }
  }

  static String withoutMarks(String text) {
    return ANY_MARK.matcher(text).replaceAll("");
  }

  /** A step broken at its one marked calculation, or nothing where it has none to break. */
  Optional<Broken> broken(String step, String before) {
    Matcher mark = MARK.matcher(step);
    if (!mark.find()) return answer(step, numbers(before));
    return switch (random.nextInt(10)) {
      case 0, 1 -> result(step, mark);
      case 2, 3, 4, 5, 6 -> operand(step, mark, numbers(before));
      default -> operation(step, mark);
    };
  }

  private Optional<Broken> result(String step, Matcher mark) {
    BigDecimal right = new BigDecimal(mark.group(4));
    int[] off = {1, -1, 2, -2, 5, 10, -10, 100};
    BigDecimal wrong = right.add(BigDecimal.valueOf(off[random.nextInt(off.length)]));
    if (wrong.signum() < 0) return Optional.empty();
    return write(
        step, mark, mark.group(1), mark.group(2), mark.group(3), wrong, Flaw.WRONG_ARITHMETIC);
  }

  /** The answer is said to be a number that stands before it. */
  private Optional<Broken> answer(String step, List<String> others) {
    Matcher answer = ANSWER.matcher(step);
    if (!answer.matches()) return Optional.empty();
    List<String> numbers = numbers(answer.group(1));
    if (numbers.size() != 1) return Optional.empty();
    List<String> usable = others.stream().filter(o -> differs(o, numbers.getFirst())).toList();
    if (usable.isEmpty()) return Optional.empty();
    String other = usable.get(random.nextInt(usable.size()));
    return Optional.of(new Broken("The answer is " + other + ".", Flaw.WRONG_OPERAND, true));
  }

  private Optional<Broken> operand(String step, Matcher mark, List<String> others) {
    List<String> usable =
        others.stream()
            .filter(o -> differs(o, mark.group(1)) && differs(o, mark.group(3)))
            .toList();
    if (usable.isEmpty()) return Optional.empty();
    String other = usable.get(random.nextInt(usable.size()));
    boolean first = random.nextBoolean();
    String a = first ? other : mark.group(1);
    String b = first ? mark.group(3) : other;
    return value(a, mark.group(2), b)
        .flatMap(wrong -> write(step, mark, a, mark.group(2), b, wrong, Flaw.WRONG_OPERAND));
  }

  private Optional<Broken> operation(String step, Matcher mark) {
    String other = OPERATIONS.substring(random.nextInt(4)).substring(0, 1);
    boolean turn = other.equals(mark.group(2));
    String a = turn ? mark.group(3) : mark.group(1);
    String b = turn ? mark.group(1) : mark.group(3);
    return value(a, other, b)
        .flatMap(wrong -> write(step, mark, a, other, b, wrong, Flaw.WRONG_RULE));
  }

  private static Optional<Broken> write(
      String step,
      Matcher mark,
      String a,
      String operation,
      String b,
      BigDecimal wrong,
      Flaw flaw) {
    String result = wrong.stripTrailingZeros().toPlainString();
    if (new BigDecimal(mark.group(4)).compareTo(wrong) == 0) return Optional.empty();
    String after = step.substring(mark.end());
    if (!after.startsWith(mark.group(4))) return Optional.empty();
    String before = step.substring(0, mark.start());
    String lead = lead(before, mark, a, operation, b);
    String text =
        lead
            + "<<"
            + a
            + operation
            + b
            + "="
            + result
            + ">>"
            + result
            + after.substring(mark.group(4).length());
    if (text.equals(step)) return Optional.empty();
    return Optional.of(new Broken(text, flaw, !lead.equals(before)));
  }

  /** The calculation as it is written out before its mark, if it is, follows. */
  private static String lead(String lead, Matcher mark, String a, String operation, String b) {
    String sign = mark.group(2).equals("*") ? "[*x×]" : Pattern.quote(mark.group(2));
    Pattern written =
        Pattern.compile(
            "(?<![\\d.])"
                + Pattern.quote(mark.group(1))
                + "([^\\d<>]{0,12}?)("
                + sign
                + ")([^\\d<>]{0,6}?)"
                + Pattern.quote(mark.group(3))
                + "(?![\\d.]*\\d)");
    Matcher matcher = written.matcher(lead);
    if (!matcher.find()) return lead;
    return lead.substring(0, matcher.start())
        + a
        + matcher.group(1)
        + (operation.equals(mark.group(2)) ? matcher.group(2) : operation)
        + matcher.group(3)
        + b
        + lead.substring(matcher.end());
  }

  private static List<String> numbers(String text) {
    List<String> numbers = new ArrayList<>();
    Matcher matcher = NUMBER.matcher(text);
    while (matcher.find()) numbers.add(matcher.group().replace(",", ""));
    return numbers;
  }

  private static boolean differs(String a, String b) {
    return new BigDecimal(a).compareTo(new BigDecimal(b)) != 0;
  }

  private static Optional<BigDecimal> value(String left, String operation, String right) {
    BigDecimal a = new BigDecimal(left);
    BigDecimal b = new BigDecimal(right);
    BigDecimal value =
        switch (operation) {
          case "+" -> a.add(b);
          case "-" -> a.subtract(b);
          case "*" -> a.multiply(b);
          default -> b.signum() == 0 ? null : a.divide(b, 2, RoundingMode.HALF_UP);
        };
    return Optional.ofNullable(value)
        .filter(v -> v.signum() >= 0 && v.precision() - v.scale() < 10);
  }

  /** A right solution with a broken step beside each of its steps that can be broken. */
  Example example(String problem, List<String> steps) {
    boolean marked = random.nextInt(4) == 0;
    boolean numbered = random.nextInt(4) == 0;
    Chain chain = new Chain();
    StringBuilder before = new StringBuilder(problem);
    for (int i = 0; i < steps.size(); i++) {
      String number = numbered ? "Step " + (i + 1) + ": " : "";
      String step = said(steps.get(i));
      String right = number + (marked ? step : withoutMarks(step));
      broken(step, before.toString())
          .ifPresent(
              b -> {
                String wrong = number + (marked ? b.text() : withoutMarks(b.text()));
                chain.wrong(wrong, right, Kinds.of(b.seen(marked)), weight);
              });
      chain.right(right, weight);
      before.append(' ').append(withoutMarks(step));
    }
    return chain.example(problem);
  }

  /** GSM8K's last line, the bare answer, as a sentence. */
  private static String said(String step) {
    return step.startsWith(FINAL)
        ? "The answer is " + step.substring(FINAL.length()).strip() + "."
        : step;
  }
}
