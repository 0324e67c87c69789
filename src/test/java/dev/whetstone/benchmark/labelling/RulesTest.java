package dev.whetstone.benchmark.labelling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.verify.labelling.FixedRule;
import dev.whetstone.verify.labelling.Lowest;
import dev.whetstone.verify.labelling.Panel;
import dev.whetstone.verify.labelling.Rule;
import dev.whetstone.verify.labelling.sequential.SequentialRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesTest {
  @Test
  void theSettingsNameTheRule() {
    LabellingSettings settings =
        FixedSettings.of("rule", "fixed", "analyses", "8", "lowest", "of-all", "human-from", "2");
    assertEquals(
        new FixedRule(8, new Panel(3, true), 2, Lowest.OF_ALL, 2, 32), Rules.from(settings));
    assertTrue(Rules.from(FixedSettings.of()) instanceof SequentialRule);
  }

  @ParameterizedTest
  @CsvSource({
    "fixed,fixed rule n=64 m=3 k=2",
    "sequential,sequential rule n<=64 m=3 k=2 r0=0.02 r1=0.3"
  })
  void aRuleIsStoredAndReadAsItWas(String kind, String name) {
    Rule rule = Rules.from(FixedSettings.of("rule", kind));
    assertEquals(rule, Rules.read(Rules.write(rule)));
    assertEquals(name, Rules.name(rule));
  }

  @ParameterizedTest
  @CsvSource({
    "analyses,0",
    "required,0",
    "required,65",
    "human-from,0",
    "retries,-1",
    "checks,-1",
    "rate-correct,0.4",
    "rate-flawed,1",
    "correct-as-flawed,1"
  })
  void settingsThatMakeNoRuleAreRefused(String name, String value) {
    LabellingSettings settings = FixedSettings.of(name, value);
    assertThrows(IllegalArgumentException.class, () -> Rules.from(settings));
  }
}
