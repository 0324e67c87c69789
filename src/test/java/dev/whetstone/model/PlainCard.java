package dev.whetstone.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The card of a scorer that is made up for a test. */
public final class PlainCard {
  public static final Card.Thresholds THRESHOLDS = new Card.Thresholds(Optional.of(0.5), 0.4, 0.6);

  private PlainCard() {}

  public static Card of(String name, String version) {
    return of(name, version, Card.Role.STEPS, THRESHOLDS);
  }

  public static Card of(String name, String version, Card.Role role, Card.Thresholds thresholds) {
    return new Card(
        name,
        version,
        role,
        Card.Format.WHETSTONE,
        "for tests",
        Optional.empty(),
        "Apache-2.0",
        List.of(),
        Map.of(),
        new Card.Inputs(512, Optional.empty(), false),
        thresholds,
        new Card.Calibration(1, 0),
        List.of(),
        Map.of("set", Map.of("f1", 0.5)),
        List.of(new Card.Golden("2", List.of("a step"), List.of(0.5), 0)));
  }
}
