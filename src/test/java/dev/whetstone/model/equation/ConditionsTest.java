package dev.whetstone.model.equation;

import static dev.whetstone.model.equation.Consequence.OTHER_SOLUTIONS;
import static dev.whetstone.model.equation.Consequence.SAME_SOLUTIONS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionsTest {
  private static List<Consequence> inferred(String step, String... earlier) {
    Conditions conditions = Conditions.none();
    for (String text : earlier) conditions = conditions.then(text);
    return conditions.inferences(step).stream().map(Inference::consequence).toList();
  }

  @Test
  void aTransformedEquationHasTheSameSolutions() {
    assertEquals(List.of(SAME_SOLUTIONS), inferred("2x = 8", "5x + 3 = 3x + 11"));
    assertEquals(List.of(SAME_SOLUTIONS), inferred("$(x-4)(x+1) = 0$", "$x^2 - 3x = 4$"));
    assertEquals(
        List.of(SAME_SOLUTIONS, SAME_SOLUTIONS),
        inferred("So $x = 4$ or $x = -1$.", "$x^2 - 3x - 4 = 0$"));
  }

  @Test
  void aMistakeHasOthers() {
    assertEquals(List.of(OTHER_SOLUTIONS), inferred("2x = 14", "5x + 3 = 3x + 11"));
    assertEquals(List.of(OTHER_SOLUTIONS), inferred("$x = 3$", "$x^2 - 3x - 4 = 0$"));
    assertEquals(List.of(OTHER_SOLUTIONS), inferred("$x^2 = 9$", "$x^2 = 8$"));
  }

  @Test
  void equationsOfOneStepGoTogetherToo() {
    String step = "From 3y = 12 we get y = 4.";
    Inference inference = Conditions.none().inferences(step).getFirst();
    assertEquals(SAME_SOLUTIONS, inference.consequence());
    assertEquals("y = 4", step.substring(inference.start(), inference.end()));
  }

  @Test
  void whatHasNothingEarlierOrIsNoConditionIsNotReported() {
    assertEquals(List.of(), inferred("y = 4", "2x = 8"));
    assertEquals(List.of(), inferred("x^3 = 8", "x = 2"));
    assertEquals(List.of(), inferred("x + y = 8", "x = 2"));
    assertEquals(List.of(), inferred("x = x", "x = 2"));
    assertEquals(List.of(), inferred("3 + 4 = 7", "x = 2"));
    assertEquals(List.of(), inferred("x = 1/0", "x = 2"));
  }

  @Test
  void theLatestSixtyFourAreKept() {
    String filling = String.join("; ", IntStream.range(0, 63).mapToObj(i -> "y = " + i).toList());
    assertEquals(List.of(SAME_SOLUTIONS), inferred("2x = 4", "x = 2", filling));
    assertEquals(List.of(), inferred("2x = 4", "x = 2", filling + "; y = 63"));
  }

  @Test
  void eachLinearTransformationKeepsTheSolutionAndAShiftLosesIt() {
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 300; i++) {
      int a = random.nextInt(1, 50);
      int b = random.nextInt(-50, 50);
      int x = random.nextInt(-50, 50);
      int c = random.nextInt(2, 9);
      String first = "%dx + (%d) = %d".formatted(a, b, a * x + b);
      String scaled = "%d(%dx + (%d)) = %d".formatted(c, a, b, c * (a * x + b));
      String wrong = "%dx = %d".formatted(a, a * x + 1);
      assertEquals(List.of(SAME_SOLUTIONS), inferred(scaled, first));
      assertEquals(List.of(OTHER_SOLUTIONS), inferred(wrong, first));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"x=1;", "x", "x=", "x^2", "(x", "x=9^999;", "x^99=1;", "x/3="})
  void hostileTextIsReadInTime(String piece) {
    String text = piece.repeat(200_000 / piece.length());
    assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> Conditions.none().then(text).inferences(text));
  }
}
