package dev.whetstone.verify.labelling.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgreementTest {
  /** The examples of Wikipedia's "Cohen's kappa". */
  @ParameterizedTest
  @CsvSource({"20,5,10,15,0.4", "45,15,25,15,0.1304", "25,35,5,35,0.2593"})
  void kappaIsThatOfThePublishedTables(int a, int b, int c, int d, double kappa) {
    assertEquals(kappa, kappa(new int[][] {{a, b}, {c, d}}), 5e-5);
  }

  @Test
  void kappaIsOneForEqualRatersAndUndefinedForOneClass() {
    assertEquals(1, kappa(new int[][] {{3, 0, 0}, {0, 2, 0}, {0, 0, 9}}), 1e-12);
    assertTrue(CohenKappa.of(new int[][] {{7, 0}, {0, 0}}).kappa().isEmpty());
  }

  @Test
  void aTableThatCountsNothingIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> CohenKappa.of(new int[][] {{0, 0}, {0, 0}}));
    assertThrows(IllegalArgumentException.class, () -> CohenKappa.of(new int[][] {{1, 0}}));
    assertThrows(
        IllegalArgumentException.class, () -> CohenKappa.of(new int[][] {{1, -1}, {0, 0}}));
    assertThrows(IllegalArgumentException.class, () -> CohenKappa.of(new int[0][0]));
  }

  /** Krippendorff 2011, examples A, B (letters as numbers) and C; "." is missing. */
  @ParameterizedTest
  @CsvSource({
    "NOMINAL,  0.095,  0100000010 1110010000",
    "NOMINAL,  0.692,  112243335441 212223335444",
    "NOMINAL,  0.743,  123321412... 1233224125.3 .3332342251. 12332441251.",
    "INTERVAL, 0.849,  123321412... 1233224125.3 .3332342251. 12332441251."
  })
  void alphaIsThatOfThePublishedTables(Distance distance, double alpha, String raters) {
    List<String> rows = List.of(raters.split(" "));
    assertEquals(alpha, alpha(items(rows), distance), 5e-4);
  }

  /** Wikipedia's "Krippendorff's alpha": three coders, fifteen units, most values missing. */
  @ParameterizedTest
  @CsvSource({"NOMINAL,0.691", "INTERVAL,0.811"})
  void alphaTakesMissingValues(Distance distance, double alpha) {
    List<String> rows = List.of(".....34121133.3", "1.213343.......", "..21344.21133.4");
    assertEquals(alpha, alpha(items(rows), distance), 5e-4);
  }

  @Test
  void alphaIsOneForEqualRatersUndefinedForOneValueAndNearZeroForChance() {
    assertEquals(1, alpha(items(List.of("012", "012")), Distance.NOMINAL), 1e-12);
    assertTrue(
        KrippendorffAlpha.of(items(List.of("11", "11")), Distance.NOMINAL).alpha().isEmpty());
    for (int seed = 0; seed < 20; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<List<Double>> items = new ArrayList<>();
      for (int i = 0; i < 2000; i++)
        items.add(random.doubles(3, 0, 3).map(Math::floor).boxed().toList());
      assertEquals(0, alpha(items, Distance.INTERVAL), 0.06);
    }
  }

  @Test
  void valuesThatNobodyElseGaveAreNoPairs() {
    assertThrows(
        IllegalArgumentException.class,
        () -> KrippendorffAlpha.of(items(List.of("1.", ".2")), Distance.NOMINAL));
    assertThrows(
        IllegalArgumentException.class,
        () -> KrippendorffAlpha.of(List.of(List.of(Double.NaN, 1.0)), Distance.INTERVAL));
  }

  private static List<List<Double>> items(List<String> rows) {
    List<List<Double>> items = new ArrayList<>();
    for (int i = 0; i < rows.getFirst().length(); i++) {
      int item = i;
      items.add(
          rows.stream()
              .filter(row -> row.charAt(item) != '.')
              .map(row -> (double) Character.digit(row.charAt(item), 10))
              .toList());
    }
    return items;
  }

  private static double kappa(int[][] counts) {
    return CohenKappa.of(counts).kappa().orElseThrow();
  }

  private static double alpha(List<List<Double>> items, Distance distance) {
    return KrippendorffAlpha.of(items, distance).alpha().orElseThrow();
  }
}
