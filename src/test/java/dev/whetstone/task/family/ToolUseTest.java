package dev.whetstone.task.family;

import static dev.whetstone.task.Grade.RIGHT;
import static dev.whetstone.task.Grade.WRONG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.task.Levels;
import dev.whetstone.task.Task;
import dev.whetstone.task.TaskFamily;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ToolUseTest extends GameContract {
  private static final Pattern MOVE = Pattern.compile("transfer\\((\\d+), (\\w)\\)");

  @Override
  TaskFamily family() {
    return new ToolUse();
  }

  private static String finish(String... calls) {
    return String.join("\n", calls) + "\nfinish()";
  }

  @Test
  void theStoredTraceIsExecutedWithoutAComplaint() {
    for (int i = 0; i < 200; i++) {
      Task task = task(anyLevels(i), "trace", i);
      String said = after(task, List.of(task.answer())).said();
      assertFalse(said.contains("there is no") || said.contains("it is called as"), said);
    }
  }

  /** Only the end counts: no query is needed, and what is undone was never done. */
  @Test
  void otherCallsThatLeaveTheShopTheSameAreRight() {
    for (int i = 0; i < 200; i++) {
      Task task = task(anyLevels(i), "calls", i);
      List<String> changes =
          task.answer().lines().filter(c -> c.matches("(set|transfer|remove).*")).toList();
      String blind = finish(String.join("\n", changes));
      assertEquals(RIGHT, task.check().grade(blind), task::question);
      assertEquals(RIGHT, task.check().grade(String.join("\n", changes)), "finished or not");
      assertEquals(OptionalDouble.empty(), task.check().economy(blind));
      for (String change : changes)
        assertTrue(
            changes.size() > 1 || task.check().grade(blind.replace(change, "")) != RIGHT, change);
    }
  }

  @Test
  void sideEffectsAreWrong() {
    int refused = 0;
    Levels levels = Levels.highest(family().controls());
    for (int i = 0; i < 100; i++) {
      Task task = task(levels, "side", i);
      String list = after(task, List.of("list(A)\nlist(B)\nlist(C)\nlist(D)\nlist(E)")).said();
      Matcher numbers = Pattern.compile("\\d{3}").matcher(list);
      while (numbers.find())
        for (String effect :
            List.of("reserve(%s, 1)", "note(%s, sold)", "discount(%s, 1)", "set_quantity(%s, 0)")) {
          String call = effect.formatted(numbers.group());
          String text = task.answer().replace("finish()", call);
          boolean gone = after(task, List.of(text)).said().endsWith("no article of this number.");
          assertEquals(gone ? RIGHT : WRONG, task.check().grade(text), call);
          refused++;
        }
      assertEquals(RIGHT, task.check().grade(task.answer() + "\nremove(" + list + ")"));
    }
    assertTrue(refused > 1_000);
  }

  @Test
  void whatIsPutBackIsNoSideEffect() {
    int moved = 0;
    for (int i = 0; i < 100; i++) {
      Task task = task(anyLevels(i), "back", i);
      Matcher move = MOVE.matcher(task.answer());
      if (!move.find()) continue;
      String away =
          "transfer(" + move.group(1) + ", " + (move.group(2).equals("A") ? "B" : "A") + ")";
      String detour = task.answer().replace(move.group(), away + "\n" + move.group());
      assertEquals(RIGHT, task.check().grade(detour), detour);
      moved++;
    }
    assertTrue(moved > 20);
  }

  @Test
  void distractorsAreOfferedOnlyAtTheirLevels() {
    Levels lowest = Levels.lowest(family().controls());
    for (int level = 0; level <= 3; level++) {
      Task task = task(lowest.with(family().controls().getLast(), level), "tools", level);
      assertEquals(8 + level, game(task).tools().size());
      boolean offered = !after(task, List.of("reserve(1, 1)")).said().contains("no such tool");
      assertEquals(level > 0, offered);
      assertNotEquals(0, after(task, List.of("reserve(1)")).said().length());
    }
  }
}
