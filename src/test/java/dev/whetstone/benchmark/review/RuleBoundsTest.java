package dev.whetstone.benchmark.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleBoundsTest {
  private static ReviewRules rules(String name, String value) {
    return new SmallRyeConfigBuilder()
        .withMapping(ReviewRules.class)
        .withDefaultValue("whetstone.review." + name, value)
        .withConverter(Duration.class, 200, Duration::parse)
        .build()
        .getConfigMapping(ReviewRules.class);
  }

  private static String refusal(String name, String value) {
    ReviewRules rules = rules(name, value);
    return assertThrows(IllegalArgumentException.class, () -> RuleBounds.require(rules))
        .getMessage();
  }

  @ParameterizedTest
  @CsvSource({
    "set,re viewed",
    "gold-sets,'processbench,a b'",
    "lease,PT0S",
    "draw-every,PT-1S",
    "open,0",
    "frame,0",
    "max-skips,0",
    "gold-items,0",
    "gold-first,-1",
    "max-comment,0",
    "double-share,1.01",
    "gold-share,-0.01",
    "least-accuracy,NaN",
    "even-share,0",
    "even-share,1.5"
  })
  void aRuleOutOfItsRangeIsToldByItsName(String name, String value) {
    String refusal = refusal(name, value);
    assertTrue(refusal.startsWith("whetstone.review." + name), refusal);
  }

  @Test
  void whatIsOutOfItsRangeIsToldWithIt() {
    assertEquals("whetstone.review.open is at least 1, not 0", refusal("open", "0"));
  }

  @ParameterizedTest
  @CsvSource({
    "open,1",
    "gold-first,0",
    "double-share,0",
    "double-share,1",
    "gold-share,1",
    "even-share,1"
  })
  void theEndsOfTheRangesAndTheDefaultsAreTaken(String name, String value) {
    RuleBounds.require(rules(name, value));
  }
}
