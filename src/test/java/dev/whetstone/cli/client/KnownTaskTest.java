package dev.whetstone.cli.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.task.Grade;
import dev.whetstone.task.Identity;
import dev.whetstone.task.Levels;
import dev.whetstone.task.Split;
import dev.whetstone.task.TaskFamily;
import dev.whetstone.task.family.Families;
import org.junit.jupiter.api.Test;

class KnownTaskTest {
  private static final String SEED = "a seed";

  @Test
  void aHandedTaskIsMadeAgainAndItsCompletionsAreGradedAsTheySay() {
    for (TaskFamily family : Families.all())
      for (int index = 0; index < 5; index++) {
        KnownTask known = KnownTask.of(handed(family, index), SEED);
        assertEquals(Grade.RIGHT, known.task().check().grade(known.right()), family.name());
        assertNotEquals(Grade.RIGHT, known.task().check().grade(known.wrong()), family.name());
      }
  }

  @Test
  void anotherSeedIsFoundOut() {
    ObjectNode handed = handed(Families.all().getFirst(), 0);
    assertThrows(IllegalArgumentException.class, () -> KnownTask.of(handed, "another seed"));
  }

  @Test
  void anotherVersionIsFoundOut() {
    ObjectNode handed = handed(Families.all().getFirst(), 0).put("version", "99");
    assertThrows(IllegalArgumentException.class, () -> KnownTask.of(handed, SEED));
  }

  private static ObjectNode handed(TaskFamily family, int index) {
    Levels levels = Levels.lowest(family.controls());
    ObjectNode handed = new ObjectMapper().createObjectNode();
    handed.put("task", "task:some@1").put("family", family.name());
    handed.put("version", family.version()).put("index", index);
    levels.asMap().forEach(handed.putObject("levels")::put);
    Identity identity = Identity.of(family, levels, Split.TRAIN, SEED, index);
    return handed.put("question", identity.make(family).question());
  }
}
