package dev.whetstone.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LevelsTest {
  private static final Control SIZE = Control.of("size", "how large", 2, 4, 8);
  private static final Control DEPTH = Control.of("depth", "how deep", 1, 2);
  private static final List<Control> CONTROLS = List.of(SIZE, DEPTH);

  @Test
  void levelsAreReadAsTheyAreWritten() {
    Levels levels = new Levels(CONTROLS, List.of(2, 1));
    assertEquals("size=2,depth=1", levels.key());
    assertEquals(levels, Levels.parse(CONTROLS, levels.key()));
    assertEquals(Map.of("size", 8, "depth", 2), levels.values());
  }

  @Test
  void aControlLeftOutIsAtItsEasiest() {
    assertEquals(new Levels(CONTROLS, List.of(0, 1)), Levels.parse(CONTROLS, "depth=1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"size", "size=", "size=-1", "size=3", "sizes=1", "size=1,", "size=99999"})
  void whatNamesNoLevelIsRefused(String key) {
    assertThrows(IllegalArgumentException.class, () -> Levels.parse(CONTROLS, key));
  }
}
