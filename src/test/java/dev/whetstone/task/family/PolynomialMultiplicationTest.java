package dev.whetstone.task.family;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.whetstone.task.Grade;
import dev.whetstone.task.Solution;
import dev.whetstone.task.Task;
import dev.whetstone.task.TaskFamily;
import dev.whetstone.task.Worked;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PolynomialMultiplicationTest extends FamilyContract {
  private static final Pattern FACTOR = Pattern.compile("\\(([^()]*)\\)");
  private static final Pattern TERM = Pattern.compile("([-+]?)(\\d*)(x?)\\^?(\\d*)");
  private static final Pattern STEP =
      Pattern.compile("(?:Terms in x\\S*|Constant terms): (.*) = (.*)");

  /** So large that the coefficients of a product do not meet when written in this base. */
  private static final int BITS = 512;

  @Override
  TaskFamily family() {
    return new PolynomialMultiplication();
  }

  /** Multiplies the factors' values at 2^512 and reads the coefficients off the product. */
  @Override
  String solve(String question) {
    BigInteger product = BigInteger.ONE;
    for (String factor : factors(question)) product = product.multiply(at(factor, BITS));
    StringBuilder text = new StringBuilder();
    for (int power = 0; product.signum() != 0; power++) {
      BigInteger digit = lowest(product);
      text.append(digit.signum() < 0 ? " - " : " + ")
          .append(digit.abs())
          .append("*x^")
          .append(power);
      product = product.subtract(digit).shiftRight(BITS);
    }
    return text.toString();
  }

  private static BigInteger lowest(BigInteger product) {
    BigInteger base = BigInteger.ONE.shiftLeft(BITS);
    BigInteger digit = product.mod(base);
    return digit.testBit(BITS - 1) ? digit.subtract(base) : digit;
  }

  private static List<String> factors(String text) {
    return FACTOR.matcher(text).results().map(m -> m.group(1)).toList();
  }

  /** The sum's value at a power of two. */
  private static BigInteger at(String sum, int bits) {
    BigInteger value = BigInteger.ZERO;
    Matcher terms = TERM.matcher(sum.replace(" ", ""));
    while (terms.find()) if (!terms.group().isEmpty()) value = value.add(term(terms, bits));
    return value;
  }

  private static BigInteger term(Matcher term, int bits) {
    BigInteger size = term.group(2).isEmpty() ? BigInteger.ONE : new BigInteger(term.group(2));
    int power = term.group(3).isEmpty() ? 0 : term.group(4).isEmpty() ? 1 : number(term.group(4));
    BigInteger value = size.shiftLeft(bits * power);
    return term.group(1).equals("-") ? value.negate() : value;
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  @Test
  void anyOrderAndNotationIsRightAndUncollectedTermsAreNot() {
    for (int i = 0; i < 60; i++) {
      Task task = task(anyLevels(i), "notation", i);
      List<String> terms =
          new ArrayList<>(List.of(task.answer().replace("- ", "+ -").split(" \\+ ", -1)));
      Collections.reverse(terms);
      String backward = String.join("+", terms);
      for (String text :
          List.of(
              backward,
              backward.replaceAll("(\\d)x", "$1 * x"),
              backward.replaceAll("\\^(\\d+)", "^{$1}"),
              backward.replaceAll("\\^(\\d+)", "**$1"),
              task.answer().replace(" ", "")))
        assertEquals(Grade.RIGHT, task.check().grade(text), text);
      assertNotEquals(Grade.RIGHT, task.check().grade(task.answer() + " + x - x"));
      assertNotEquals(Grade.RIGHT, task.check().grade(task.answer() + " + 1 - 1"));
    }
  }

  @Test
  void anUnexpandedProductDoesNotPay() {
    for (int i = 0; i < 60; i++) {
      Task task = task(anyLevels(i), "echo", i);
      String question = task.question();
      String product = question.substring(question.indexOf('('), question.lastIndexOf(')') + 1);
      for (String echo :
          List.of(product, product + " = " + product, "<answer>" + product + "</answer>"))
        assertEquals(Grade.UNREADABLE, task.check().grade(echo));
    }
  }

  @Test
  void everyStepIsTrueAndEveryBrokenCollectionIsFalseOrMisreads() {
    for (int i = 0; i < 60; i++) {
      Worked worked = task(anyLevels(i), "steps", i).worked().orElseThrow();
      Solution right = Solution.right(worked);
      for (int step = 0; step < Math.min(12, right.steps().size()); step++) {
        String written = right.steps().get(step);
        assertEquals(true, isTrue(written), written);
        for (var flaw : worked.flaws(step)) {
          String wrong =
              Solution.broken(worked, step, flaw, new SplittableRandom(i)).steps().get(step);
          boolean otherTerms = !left(wrong).equals(left(written));
          assertEquals(otherTerms, isTrue(wrong), wrong);
        }
      }
    }
  }

  private static String left(String step) {
    return step.substring(0, step.indexOf(" = "));
  }

  private static boolean isTrue(String step) {
    Matcher collected = STEP.matcher(step);
    if (!collected.matches())
      return product(left(step)).equals(at(step.substring(step.indexOf('=')), BITS));
    BigInteger sum = BigInteger.ZERO;
    for (MatchResult pair :
        Pattern.compile("\\([^()]*\\)\\([^()]*\\)").matcher(collected.group(1)).results().toList())
      sum = sum.add(product(pair.group()));
    return sum.equals(at(collected.group(2), BITS));
  }

  private static BigInteger product(String text) {
    return factors(text).stream()
        .map(f -> at(f, BITS))
        .reduce(BigInteger.ONE, BigInteger::multiply);
  }
}
