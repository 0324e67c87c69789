package dev.whetstone.model.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumeralsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "He has 12 apples|12.0",
        "$1,200.50 and 3|1200.5 3.0",
        "1,2 and 3,4567|1.0 2.0 3.0 4567.0",
        "0.5.|0.5",
        "x_2 = 7^3|2.0 7.0 3.0",
        "none|''"
      })
  void numbersAreReadAsTheyAreWritten(String text, String values) {
    List<String> read = Numerals.in(text).stream().map(n -> Double.toString(n.value())).toList();
    assertEquals(values, String.join(" ", read));
  }

  @Test
  void aNumberComesFromTheProblemFromAStepFromTwoOthersOrFromNowhere() {
    Numerals before = Numerals.ofProblem("Ann has 12 eggs and 5 hens.").then("12 * 2 = 24");
    List<Origin> origins = before.origins(Numerals.in("5, 24, 29 and 1000"));
    assertEquals(List.of(Origin.PROBLEM, Origin.EARLIER, Origin.DERIVED, Origin.NEW), origins);
  }

  @ParameterizedTest
  @ValueSource(strings = {"9", "9,", "9.", "1 ", "é9"})
  void hostileTextIsReadInNoTime(String piece) {
    String text = piece.repeat(1_000_000 / piece.length());
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> Numerals.ofProblem("1 2 3").then(text).origins(Numerals.in(text)));
  }
}
