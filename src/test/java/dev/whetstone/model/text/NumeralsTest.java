package dev.whetstone.model.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

  @Test
  void originsAreThoseThatTheNaiveWayFinds() {
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      int range = random.nextInt(2, 400);
      String problem = numbers(random, range, 80);
      Numerals numerals = Numerals.ofProblem(problem);
      NaiveNumerals naive = NaiveNumerals.ofProblem(problem);
      for (int i = 0; i < 30; i++) {
        String step = numbers(random, range, 20);
        assertEquals(naive.origins(Numerals.in(step)), numerals.origins(Numerals.in(step)));
        // Branches of a tree leave each other alone.
        var unused = numerals.then(numbers(random, range, 9));
        numerals = numerals.then(step);
        naive = naive.then(step);
      }
    }
  }

  private static String numbers(Random random, int range, int most) {
    return IntStream.range(0, random.nextInt(most))
        .mapToObj(i -> Double.toString(random.nextInt(range) / (random.nextBoolean() ? 1.0 : 4.0)))
        .collect(Collectors.joining(" "));
  }

  @Test
  void tenThousandStepsAreKeptInNoTime() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(2),
        () -> {
          Numerals numerals = Numerals.ofProblem("1 2 3");
          for (int i = 0; i < 10_000; i++) {
            numerals = numerals.then("now " + i * 7);
            numerals.origins(Numerals.in(i + " and " + 3 * i));
          }
        });
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
