package dev.whetstone.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrainedOnTest {
  private static final TrainedOn NAMED =
      new TrainedOn(
          List.of("prm800k_p1_train_steps", "gsm8k_train, broken", "worked solutions of gcd"));

  @Test
  void aSetIsNamedByItsWholeName() {
    assertEquals(Optional.of(true), NAMED.names("prm800k_p1_train_steps"));
    assertEquals(Optional.of(true), NAMED.names("gsm8k_train"));
    assertEquals(Optional.of(false), NAMED.names("prm800k_p1"));
    assertEquals(Optional.of(false), NAMED.names("gsm8k"));
  }

  @Test
  void aGeneratedSetIsNamedByItsFamily() {
    assertEquals(Optional.of(true), NAMED.names("family/gcd"));
    assertEquals(Optional.of(false), NAMED.names("family/chain_sum"));
  }

  @Test
  void whatIsNotSaidIsNotGuessed() {
    TrainedOn unnamed = new TrainedOn(List.of("s", "worked solutions of task families"));
    assertEquals(Optional.empty(), unnamed.names("family/gcd"));
    assertEquals(Optional.of(false), unnamed.names("t"));
    assertEquals(Optional.empty(), TrainedOn.UNSAID.names("t"));
  }
}
