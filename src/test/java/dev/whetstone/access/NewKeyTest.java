package dev.whetstone.access;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewKeyTest {
  private static NewKey key(String name, Duration life) {
    return new NewKey(
        NewKey.TENANT,
        name,
        Set.of(Scope.TRAINER),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(life));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "two\nlines", "nothing\0", "bell\u0007"})
  void aNameIsOneLine(String name) {
    assertThrows(IllegalArgumentException.class, () -> key(name, Duration.ofDays(1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1S", "P36500DT1S", "P9999999999D"})
  void aLifeHasAnEnd(String life) {
    assertThrows(IllegalArgumentException.class, () -> key("mine", Duration.parse(life)));
  }

  @Test
  void theLongestLifeIsGood() {
    assertDoesNotThrow(() -> key("x".repeat(200), Duration.ofDays(36_500)));
  }
}
