package dev.whetstone.rollout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.whetstone.model.Critique;
import dev.whetstone.verify.StepVerdict;
import dev.whetstone.verify.StepVerdict.Read;
import dev.whetstone.verify.StepVerdict.Unread;
import dev.whetstone.verify.StepVerdict.Why;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StepColumnTest {
  private static final Read READ =
      new Read(
          "v@1",
          List.of(0.25, 1.0),
          OptionalInt.of(0),
          0.5,
          0.125,
          List.of(new Critique(0, "1 + 1 = 3", "wrong_arithmetic", 0.75)));

  private static final String ROW =
      "{\"verifier\":\"v@1\",\"right\":[0.25,1.0],\"first_error\":0,\"score\":0.5,\"whole\":0.125,"
          + "\"critiques\":[{\"step\":0,\"quote\":\"1 + 1 = 3\",\"kind\":\"wrong_arithmetic\","
          + "\"confidence\":0.75}]}";

  @Test
  void aReadingComesBackAsItWasWritten() {
    assertEquals(ROW, StepColumn.json(Optional.of(READ), true));
    assertEquals(Optional.of(READ), StepColumn.read(ROW));
  }

  @Test
  void aReadingWithoutAnErrorComesBackToo() {
    StepVerdict sound = new Read("v@1", List.of(0.9), OptionalInt.empty(), 1, 0.9, List.of());

    assertEquals(Optional.of(sound), StepColumn.read(StepColumn.json(Optional.of(sound), true)));
  }

  @ParameterizedTest
  @EnumSource
  void whyNothingIsSaidComesBackToo(Why why) {
    StepVerdict unread = new Unread(why, "in words");

    assertEquals(Optional.of(unread), StepColumn.read(StepColumn.json(Optional.of(unread), true)));
  }

  @Test
  void whereNobodyAskedTheColumnIsNull() {
    assertNull(StepColumn.json(Optional.empty(), true));
    assertEquals(Optional.empty(), StepColumn.read(null));
  }

  @Test
  void quotesAreKeptOnlyWhereTheTextIs() {
    String kept = StepColumn.json(Optional.of(READ), false);

    assertFalse(kept.contains("1 + 1"), kept);
    assertEquals(Optional.of(READ.withoutQuotes()), StepColumn.read(kept));
  }
}
