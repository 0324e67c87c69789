package dev.whetstone.model.equation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class EquationsTest {
  private static final int HOSTILE = 250_000;

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvFileSource(
      resources = "/cases/equations.csv",
      delimiter = '\t',
      quoteCharacter = '\0',
      useHeadersInDisplayName = false)
  void readsTheGoldenCases(String text, String truths) {
    List<Equation> found = Equations.in(text.replace("⏎", "\n"));
    assertEquals(
        truths,
        found.isEmpty()
            ? "-"
            : found.stream().map(e -> e.truth().name()).collect(Collectors.joining(" ")));
  }

  @Test
  void tellsWhereTheEquationAndItsResultStand() {
    String text = "Natalia sold 48/2 = <<48/2=24>>24 clips in May.";
    List<Equation> found = Equations.in(text);
    assertEquals(
        List.of("48/2 = <<48/2=24>>24", "48/2=24"),
        found.stream().map(e -> text.substring(e.start(), e.end())).toList());
    assertEquals(
        List.of("24", "24"),
        found.stream().map(e -> text.substring(e.resultStart(), e.resultEnd())).toList());
  }

  @Test
  void aChainGivesAnEquationForEachPair() {
    String text = "So $x = 2 + 3 \\cdot 4 = 2 + 12 = 14$.";
    assertEquals(
        List.of("2 + 3 \\cdot 4 = 2 + 12", "2 + 12 = 14"),
        Equations.in(text).stream().map(e -> text.substring(e.start(), e.end())).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "7",
        "(",
        ")",
        "=",
        "1=",
        "(=",
        "{",
        "|",
        "-",
        "$",
        "$1",
        "<<",
        "\\",
        "\\frac",
        "\\frac{",
        "\\sqrt",
        "^",
        "2^",
        "9^9^",
        "!",
        "1!",
        "%",
        ",111",
        "1,111",
        "a",
        "ab ",
        "a=b ",
        "\n",
        "1+",
        "1+1=",
        "1+1=3;",
        "1/3+1/7=",
        "2*",
        "1 a - ",
        "1 a - 1 b = ",
        "\\text{",
        "\\text{1}",
        ". ",
        "...",
        "1...",
        "=~",
        "mod 5",
        "(mod 5) \\equiv",
        "\\begin{align}",
        "9 is ",
        "to ",
        "1.",
        "1/",
        "/a",
        "\\overline{3}",
        "0.\\overline{3}",
        "<",
        ">>",
        "\ud83d\ude00",
        "\0",
        "300!=",
        "9^999=",
        "\\binom{999}{499}=",
        "7(",
        "x(",
        "[",
        "1 1/2 ",
        "of ",
        "1% of "
      })
  void hostileTextIsReadInTime(String piece) {
    String text = piece.repeat(HOSTILE / piece.length());
    assertTimeoutPreemptively(Duration.ofSeconds(10), () -> Equations.in(text));
    assertTimeoutPreemptively(Duration.ofSeconds(10), () -> Equations.in("1 = " + text + " = 1"));
  }

  @Test
  void truthIsFoundUpToTheBoundOfLengthOnly() {
    String sum = "1" + "+1".repeat(119);
    assertEquals(1, Equations.in(sum + " = 120").size());
    assertTrue(Equations.in(sum + "+1+1 = 122").isEmpty());
  }

  @Test
  void onlySoManyRelationsAreTried() {
    assertEquals(500, Equations.in("1+1=2; ".repeat(501)).size());
  }
}
