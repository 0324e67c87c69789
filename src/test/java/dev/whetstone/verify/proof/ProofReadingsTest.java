package dev.whetstone.verify.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProofReadingsTest {
  private static final ProofLimits LIMITS =
      new SmallRyeConfigBuilder()
          .withMapping(ProofLimits.class)
          .withConverter(Duration.class, 200, Duration::parse)
          .withDefaultValue("whetstone.proof.max-steps", "3")
          .withDefaultValue("whetstone.proof.max-characters", "20")
          .build()
          .getConfigMapping(ProofLimits.class);
  private static final ProofReadings READINGS = new ProofReadings(null, LIMITS);

  private static String evaluation(String text) {
    return "Here is my evaluation of the solution:\n%s\n%s\n\\boxed{1}"
        .formatted(text, "Based on my evaluation, the final overall score should be:");
  }

  private static boolean isKept(Formatted<?> read) {
    return read instanceof Formatted.Kept<?>;
  }

  @ParameterizedTest
  @CsvSource({
    "a|b|c, true",
    "a|b|c|d, false",
    "0123456789, true",
    "0123456789abcdefghi, true",
    "0123456789abcdefghij, false"
  })
  void aProofTooLongToBeJudgedBreaksTheFormat(String proof, boolean kept) {
    String response =
        "## Solution\n%s\n\n## Self Evaluation\n%s"
            .formatted(proof.replace("|", "\n\n"), evaluation("Fine."));
    assertEquals(kept, isKept(READINGS.proof("P", response)));
  }

  @ParameterizedTest
  @CsvSource({"20, true", "21, false"})
  void soDoesAnAnalysisOfTooManyCharacters(int characters, boolean kept) {
    assertEquals(kept, isKept(READINGS.analysis(evaluation("a".repeat(characters)))));
  }
}
