package dev.whetstone.model.wide.note;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class PastTest {
  private static Past past(String problem, String... steps) {
    Past past = new Past(problem);
    for (String step : steps) past.add(past.template(step));
    return past;
  }

  @Test
  void theNextUnusedNumberIsKnownFromOneThatIsSkippedOrUsedUp() {
    Past past = past("Calculate 3 + 4 + 5 + 6.", "3 + 4 = 7");
    assertEquals(0, past.ahead("5"));
    assertEquals(1, past.ahead("6"));
    assertEquals(-1, past.ahead("3"));
    assertTrue(past.given().has("3"));
    assertFalse(past.given().has("7"));
  }

  @Test
  void anEquationsLeftSideIsRewrittenWhereItStands() {
    assertEquals(List.of("7+13"), past("Calculate 3 + 4 + 13.", "3 + 4 = 7").rewritten().texts());
    assertEquals(
        List.of("(7)*(3-9)"),
        past("Calculate (3 + 4) * (3 - 9).", "3 + 4 = 7, so (3 + 4) * (3 - 9) = (7) * (3 - 9)")
            .rewritten()
            .texts());
    assertEquals(
        List.of("x", "4"),
        past("Solve x + 3 = 7", "Subtract 3 from both sides of x + 3 = 7: x = 4")
            .rewritten()
            .texts());
    assertEquals(-1, Rewritten.found("13+4", "3+4"));
  }

  @Test
  void aStepIsOfTheFirstSentenceThatAsksForNothingUnknown() {
    Past past = past("Ann has 3. Cid has as many as Dora. Cid has 2 more than Ann. Dora has 5.");
    past.add(past.template("Ann has 3."));
    assertEquals(2, past.aligned(List.of("Cid")).orElseThrow().index());
    assertTrue(past.aligned(List.of()).isEmpty());
  }

  @Test
  void theLastSignsOfStepsReadADigitThatIsALetter() {
    assertEquals(
        "1K0", past("", "60 / 2 = 5 rest 0", "5 / 2 = 2 rest 20 (K)", "1 / 2 = 0 rest 1").tail());
  }

  @Test
  void aCopyGoesItsOwnWay() {
    Past past = past("Calculate 3 + 4 + 5.");
    Past copy = past.copy();
    copy.add(copy.template("3 + 4 = 7"));
    assertEquals(0, past.ahead("3"));
    assertEquals(List.of("3+4+5"), past.rewritten().texts());
  }
}
