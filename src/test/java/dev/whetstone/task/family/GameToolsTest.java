package dev.whetstone.task.family;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.whetstone.task.Identity;
import dev.whetstone.task.Levels;
import dev.whetstone.task.Split;
import dev.whetstone.task.TaskFamily;
import dev.whetstone.task.Tool;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A trainer lists the tools of all of an environment's games together, by their names. */
class GameToolsTest {
  @Test
  void toolsOfOneNameAreOneTool() {
    Map<String, Tool> known = new HashMap<>();
    for (TaskFamily game : Families.games())
      for (Tool tool : tools(game)) assertEquals(tool, known.merge(tool.name(), tool, (a, b) -> a));
  }

  private static List<Tool> tools(TaskFamily game) {
    Levels hardest = Levels.highest(game.controls());
    Identity identity = Identity.of(game, hardest, Split.TRAIN, "tools", 0);
    return identity.make(game).game().orElseThrow().tools();
  }
}
