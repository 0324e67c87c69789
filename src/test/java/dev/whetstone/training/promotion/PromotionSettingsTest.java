package dev.whetstone.training.promotion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PromotionSettingsTest {
  private static final String EVERY = "whetstone.promotion.every";

  @AfterEach
  void clear() {
    System.clearProperty(EVERY);
  }

  @Test
  void theProcessOfATrialReadsDurationsAsTheServerDoes() {
    System.setProperty(EVERY, "5s");
    assertEquals(Duration.ofSeconds(5), PromotionSettings.configured().every());
    System.setProperty(EVERY, "PT5S");
    assertEquals(Duration.ofSeconds(5), PromotionSettings.configured().every());
  }
}
