package dev.whetstone.cli.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.task.Control;
import dev.whetstone.task.TaskFamily;
import dev.whetstone.task.family.Families;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PeerSettingsTest {
  @Test
  void everySettingNamesAControlThatItsFamilyHas() {
    for (Map.Entry<String, List<PeerSettings.Setting>> entry : PeerSettings.TABLE.entrySet()) {
      Optional<TaskFamily> family = Families.named(entry.getKey());
      assertTrue(family.isPresent(), entry.getKey());
      List<String> controls = family.get().controls().stream().map(Control::name).toList();
      for (PeerSettings.Setting setting : entry.getValue())
        assertTrue(controls.contains(setting.control()), entry.getKey() + " " + setting);
    }
  }

  @Test
  void levelsAreThoseWhoseValuesAreWithinTheSetting() {
    Control terms = Control.of("num_terms", "numbers", 2, 3, 4, 5, 6, 7, 8);
    assertEquals(List.of(0, 1, 2, 3, 4), PeerSettings.levels("chain_sum", terms));
  }

  @Test
  void theNearestLevelStandsInWhereNoneIsWithin() {
    Control blocked = Control.of("p_blocked", "walls", 5, 12, 20, 35);
    assertEquals(List.of(3), PeerSettings.levels("shortest_path", blocked));
  }

  @Test
  void aControlWithoutASettingHasItsWholeRange() {
    Control other = Control.of("other", "something", 1, 2, 3);
    assertEquals(List.of(0, 1, 2), PeerSettings.levels("chain_sum", other));
    assertEquals(List.of(0, 1, 2), PeerSettings.levels("no_such_family", other));
  }
}
