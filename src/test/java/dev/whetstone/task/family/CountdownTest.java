package dev.whetstone.task.family;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.task.Flaw;
import dev.whetstone.task.Grade;
import dev.whetstone.task.Rational;
import dev.whetstone.task.Solution;
import dev.whetstone.task.Task;
import dev.whetstone.task.TaskFamily;
import dev.whetstone.task.Worked;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class CountdownTest extends FamilyContract {
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final Pattern STEP =
      Pattern.compile("From (.*): (\\S+) ([-+*/]) (\\S+) = (\\S+), leaving (.*)");

  /** So many numbers are searched through; more are first combined at random. */
  private static final int SEARCHED = 4;

  @Override
  TaskFamily family() {
    return new Countdown();
  }

  private static List<Long> numbers(String question) {
    return NUMBER.matcher(question).results().map(MatchResult::group).map(Long::valueOf).toList();
  }

  @Override
  String solve(String question) {
    List<Long> all = numbers(question);
    SplittableRandom random = new SplittableRandom(all.hashCode());
    for (int tries = 0; tries < 20_000; tries++) {
      List<Node> pool = new ArrayList<>();
      for (long number : all.subList(0, all.size() - 1)) pool.add(new Node(number, "" + number));
      while (pool.size() > SEARCHED) combineAny(pool, random);
      String found = search(pool, all.getLast());
      if (found != null) return found;
    }
    throw new AssertionError("no expression found: " + question);
  }

  private record Node(long value, String text) {}

  private static void combineAny(List<Node> pool, SplittableRandom random) {
    Node a = pool.remove(random.nextInt(pool.size()));
    Node b = pool.remove(random.nextInt(pool.size()));
    List<Node> ways = ways(a, b);
    pool.add(ways.get(random.nextInt(ways.size())));
  }

  /** Depth first, over every pair and every whole result. */
  private static String search(List<Node> pool, long target) {
    if (pool.size() == 1) return pool.getFirst().value == target ? pool.getFirst().text : null;
    for (int i = 0; i < pool.size(); i++)
      for (int j = 0; j < i; j++)
        for (Node way : ways(pool.get(i), pool.get(j))) {
          List<Node> rest = new ArrayList<>(pool);
          rest.remove(i);
          rest.set(j, way);
          String found = search(rest, target);
          if (found != null) return found;
        }
    return null;
  }

  private static List<Node> ways(Node a, Node b) {
    if (a.value < b.value) return ways(b, a);
    List<Node> ways = new ArrayList<>();
    ways.add(way(a.value + b.value, a, "+", b));
    if (a.value <= 10_000 && b.value <= 10_000) ways.add(way(a.value * b.value, a, "\\times", b));
    ways.add(way(a.value - b.value, a, "-", b));
    if (b.value != 0 && a.value % b.value == 0) ways.add(way(a.value / b.value, a, "/", b));
    return ways;
  }

  private static Node way(long value, Node a, String operation, Node b) {
    return new Node(value, "(" + a.text + " " + operation + " " + b.text + ")");
  }

  @Test
  void onlyTheGivenNumbersOnceEachPay() {
    for (int i = 0; i < 100; i++) {
      Task task = task(anyLevels(i), "spent", i);
      List<Long> all = numbers(task.question());
      long target = all.getLast();
      String gold = task.answer();
      assertEquals(Grade.RIGHT, task.check().grade(gold + " = " + target));
      assertEquals(Grade.RIGHT, task.check().grade(target + " = " + gold));
      for (String other :
          List.of(
              "" + target,
              target + " = " + target,
              gold + " + 0",
              gold + " + 1 - 1",
              "(" + gold + ") * 1",
              gold + " = " + (target + 1),
              "(" + gold + ") / (1 - 1)")) {
        assertNotEquals(Grade.RIGHT, task.check().grade(other), other);
      }
    }
  }

  @Test
  void addingOrMultiplyingAllNeverPays() {
    for (int i = 0; i < 200; i++) {
      Task task = task(anyLevels(i), "thoughtless", i);
      List<String> given =
          numbers(task.question()).reversed().stream().skip(1).map(String::valueOf).toList();
      assertEquals(Grade.WRONG, task.check().grade(String.join(" + ", given)));
      assertEquals(Grade.WRONG, task.check().grade(String.join(" * ", given)));
    }
  }

  @Test
  void everyStepIsLegalAndEveryBrokenStepIsNot() {
    for (int i = 0; i < 150; i++) {
      Task task = task(anyLevels(i), "steps", i);
      List<Long> all = numbers(task.question());
      Worked worked = task.worked().orElseThrow();
      Solution right = Solution.right(worked);
      for (int step = 0; step < right.steps().size(); step++) {
        assertTrue(isLegal(all, right, step), right.text());
        for (Flaw flaw : worked.flaws(step)) {
          Solution broken = Solution.broken(worked, step, flaw, new SplittableRandom(i));
          assertFalse(isLegal(all, broken, step), () -> flaw + " at " + broken.text());
          if (flaw == Flaw.WRONG_OPERAND)
            assertNotEquals(Grade.RIGHT, task.check().grade(broken.text()), broken::text);
        }
      }
    }
  }

  /** The pool is what was left, both numbers come from it, and the result is true. */
  private static boolean isLegal(List<Long> all, Solution solution, int step) {
    Matcher line = STEP.matcher(solution.steps().get(step));
    assertTrue(line.matches());
    List<String> pool = sorted(line.group(1));
    List<String> due = sorted(all.subList(0, all.size() - 1).toString().replaceAll("[\\[\\]]", ""));
    if (step > 0) {
      String before = solution.steps().get(step - 1);
      due = sorted(before.substring(before.indexOf(", leaving ") + 10));
    }
    boolean taken = pool.equals(due) && pool.remove(line.group(2)) && pool.remove(line.group(4));
    return taken && result(line).toString().equals(line.group(5));
  }

  private static Rational result(Matcher line) {
    Rational a = Rational.of(Long.parseLong(line.group(2)));
    Rational b = Rational.of(Long.parseLong(line.group(4)));
    return switch (line.group(3)) {
      case "+" -> a.plus(b);
      case "-" -> a.minus(b);
      case "*" -> a.times(b);
      default -> a.over(b);
    };
  }

  private static List<String> sorted(String pool) {
    return new ArrayList<>(Arrays.stream(pool.split(", ", -1)).sorted().toList());
  }
}
