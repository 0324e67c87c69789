package dev.whetstone.task.family;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.task.Levels;
import dev.whetstone.task.Task;
import dev.whetstone.task.TaskFamily;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ShuffledObjectsTest extends FamilyContract {
  private static final Pattern STATE =
      Pattern.compile("(\\w+) (?:holds|stands at|plays) the (\\w+)");
  private static final Pattern SWAP =
      Pattern.compile("(?m)^(\\w+) and (\\w+) (?:swap|change|trade)");
  private static final Pattern ASKED = Pattern.compile("does (\\w+)");

  @Override
  TaskFamily family() {
    return new ShuffledObjects();
  }

  /** Follows what is asked for back through the swaps to the one who began with it. */
  @Override
  String solve(String question) {
    String person = asked(question);
    for (MatchResult swap : swaps(question).reversed())
      if (person.equals(swap.group(1))) person = swap.group(2);
      else if (person.equals(swap.group(2))) person = swap.group(1);
    return start(question).get(person);
  }

  @Test
  void shortcutsEarnNoMoreThanGuessing() {
    Map<String, Function<String, String>> shortcuts =
        Map.of(
            "what it was at the start", q -> start(q).get(asked(q)),
            "what the last to swap began with", q -> start(q).get(last(q).group(2)),
            "what the first person has", q -> start(q).values().iterator().next());
    for (Levels levels : corners())
      shortcuts.forEach(
          (name, shortcut) -> {
            double earned = Exploits.earned(tasks(levels, 600), shortcut);
            assertTrue(earned < 0.31, () -> name + " earns " + earned + " at " + levels.key());
          });
  }

  @Test
  void noSwapUndoesTheOneBefore() {
    for (Levels levels : corners())
      for (Task task : tasks(levels, 50)) {
        List<MatchResult> swaps = swaps(task.question());
        for (int i = 0; i + 1 < swaps.size(); i++)
          assertNotEquals(pair(swaps.get(i)), pair(swaps.get(i + 1)));
      }
  }

  @Test
  void everyStepIsTrueAndTheBrokenOneIsNot() {
    for (Levels levels : corners())
      for (Task task : tasks(levels, 5))
        WorkedContract.verifySteps(task, ShuffledObjectsTest::holds);
  }

  /** Whether the two of that swap have, before and after it, what the step says. */
  private static boolean holds(String step, String question) {
    int number = Integer.parseInt(step.substring(5, step.indexOf(':')));
    MatchResult swap = swaps(question).get(number - 1);
    Map<String, String> has = start(question);
    for (MatchResult done : swaps(question).subList(0, number - 1)) exchange(has, done);
    String before = has.get(swap.group(1)) + " " + has.get(swap.group(2));
    exchange(has, swap);
    String after = has.get(swap.group(1)) + " " + has.get(swap.group(2));
    List<MatchResult> said = STATE.matcher(step).results().toList();
    return said.get(0).group(1).equals(swap.group(1))
        && said.get(1).group(1).equals(swap.group(2))
        && before.equals(said.get(0).group(2) + " " + said.get(1).group(2))
        && after.equals(said.get(2).group(2) + " " + said.get(3).group(2));
  }

  private static void exchange(Map<String, String> has, MatchResult swap) {
    has.put(swap.group(1), has.put(swap.group(2), has.get(swap.group(1))));
  }

  private static String pair(MatchResult swap) {
    boolean inOrder = swap.group(1).compareTo(swap.group(2)) < 0;
    return inOrder ? swap.group(1) + swap.group(2) : swap.group(2) + swap.group(1);
  }

  private static Map<String, String> start(String question) {
    Map<String, String> start = new LinkedHashMap<>();
    Matcher states = STATE.matcher(question);
    while (states.find()) start.put(states.group(1), states.group(2));
    return start;
  }

  private static List<MatchResult> swaps(String question) {
    return SWAP.matcher(question).results().toList();
  }

  private static MatchResult last(String question) {
    return swaps(question).getLast();
  }

  private static String asked(String question) {
    Matcher asked = ASKED.matcher(question);
    asked.find();
    return asked.group(1);
  }
}
