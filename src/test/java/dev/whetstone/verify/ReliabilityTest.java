package dev.whetstone.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReliabilityTest {
  @ParameterizedTest
  @CsvSource({"1,0,true,0", "1,0,false,0", "0.9,0.1,true,0.1", "0.5,0.5,false,0.5", "0,0,true,0.5"})
  void aVerdictIsFalseWithItsShareOfSuchVerdicts(double s, double f, boolean passed, double error) {
    assertEquals(error, new Reliability(s, f).errorProbability(passed), 1e-12);
  }

  @ParameterizedTest
  @CsvSource({"-0.1,0", "1.1,0", "0,-0.1", "0,1.1", "NaN,0", "0,NaN"})
  void whatIsNoShareIsRefused(double s, double f) {
    assertThrows(IllegalArgumentException.class, () -> new Reliability(s, f));
  }
}
