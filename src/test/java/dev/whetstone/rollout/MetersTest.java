package dev.whetstone.rollout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.task.Identity;
import dev.whetstone.task.Levels;
import dev.whetstone.task.Split;
import dev.whetstone.task.TaskFamily;
import dev.whetstone.task.family.Families;
import dev.whetstone.task.gate.Criterion;
import dev.whetstone.task.gate.Failure;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MetersTest {
  private static final int RECORDS = 200_000;

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final Meters meters = new Meters(registry);

  @Test
  void whatTheGateRefusesIsCountedByItsFirstFailure() {
    List<Failure> failures =
        List.of(new Failure(Criterion.UNIQUE, "two"), new Failure(Criterion.NEW, "again"));
    meters.refused(offer(), failures);
    String family = offer().identity().family();
    assertEquals(
        1,
        registry
            .counter("whetstone.tasks.refused", "family", family, "criterion", "unique")
            .count());
  }

  /** A reward takes hundreds of microseconds, of which its meters must be no part to speak of. */
  @Test
  void oneRecordCostsAsGoodAsNothing() {
    Offer offer = offer();
    for (int i = 0; i < RECORDS; i++) meters.admitted(offer, i);
    long start = System.nanoTime();
    for (int i = 0; i < RECORDS; i++) meters.admitted(offer, i);
    Duration each = Duration.ofNanos((System.nanoTime() - start) / RECORDS);
    System.out.println("one record takes " + each.toNanos() + " ns");
    assertTrue(each.compareTo(Duration.ofNanos(20_000)) < 0, each::toString);
    assertEquals(2L * RECORDS, registry.get("whetstone.admission").timer().count());
  }

  private static Offer offer() {
    TaskFamily family = Families.all().getFirst();
    Levels levels = Levels.lowest(family.controls());
    return new Offer(
        new UUID(0, 1),
        new UUID(0, 2),
        Identity.of(family, levels, Split.TRAIN, "meters", 1),
        4,
        0.5,
        0,
        StepCheck.NONE,
        1,
        Optional.empty(),
        Optional.empty());
  }
}
