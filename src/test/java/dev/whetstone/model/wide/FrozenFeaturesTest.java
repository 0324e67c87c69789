package dev.whetstone.model.wide;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.whetstone.model.Derivation;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FrozenFeaturesTest {
  private static final String WHY =
      "The features of a step are no longer what they were. Weights lie by these places: every"
          + " model trained before would read nonsense. Take the change back, or change this hash"
          + " together with the shipped model. ";

  record Golden(String hash, String problem, List<String> steps) {}

  static List<Golden> golden() {
    return List.of(
        new Golden(
            "fee2e65f7cb6c6c2",
            "Calculate (3 + 4) * (3 - 9) + 0.5.",
            List.of(
                "3 + 4 = 7, so (3 + 4) * (3 - 9) = (7) * (3 - 9)",
                "3 - 9 = -6: (7) * -6 = -42",
                "-42 + 0.5 = -41.5",
                "The answer is -41.5.")),
        new Golden(
            "450d0ad4a9427099",
            "Ann has 12 cards. Ben has 3 more cards than Ann. How many cards has Ben?",
            List.of(
                "Ann has 12 cards.",
                "Ben has 12 + 3 = 15 cards.",
                "Ben has 12 + 3 = 16 cards.",
                "The answer is 15.")),
        new Golden(
            "1ff1fb76ebca2c3a",
            "Sort these words: pear, apple, fig; write [a, b] for a list.",
            List.of(
                "Merge [pear] and [apple]: [apple, pear]",
                "Merge [apple, pear] and [fig]: [apple, fig, pear]",
                "Every apple is a pear, and every pear is a fig; so every apple is a fig.",
                "(( [ ] is closed by: ]")),
        new Golden(
            "1acc1a1ea5a71abc",
            "Solve $2x + 1 = 7$ for x; then write 4B (base 16) and 10/4 in lowest terms.",
            List.of(
                "Subtract 1 from both sides of 2x + 1 = 7: 2x = 6",
                "x = 3",
                "x = 4, \\frac{6}{2} = 3",
                "4B in base 16 is 4 * 16 + 11 = 75",
                "10/4 = 5/2; 17 = 5 * 3 + 2",
                "")));
  }

  @ParameterizedTest
  @MethodSource("golden")
  void theFeaturesThatModelsAreTrainedOnStayAsTheyAre(Golden golden) throws Exception {
    List<Features> rows = StepFeatures.from(0, new Derivation(golden.problem, golden.steps));
    assertEquals(golden.hash, hash(rows), WHY);
  }

  private static String hash(List<Features> rows) throws NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (Features row : rows) {
      add(digest, row.places());
      for (float value : row.values()) add(digest, Float.floatToRawIntBits(value));
      add(digest, row.marks());
      add(digest, row.notes());
    }
    return HexFormat.of().formatHex(digest.digest(), 0, 8);
  }

  private static void add(MessageDigest digest, int... values) {
    ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * values.length);
    Arrays.stream(values).forEach(bytes::putInt);
    digest.update(bytes.array());
  }
}
