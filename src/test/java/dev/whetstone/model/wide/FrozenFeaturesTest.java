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
            "791e3d716a6d8bd6",
            "Calculate (3 + 4) * (3 - 9) + 0.5.",
            List.of(
                "3 + 4 = 7, so (3 + 4) * (3 - 9) = (7) * (3 - 9)",
                "3 - 9 = -6: (7) * -6 = -42",
                "-42 + 0.5 = -41.5",
                "The answer is -41.5.")),
        new Golden(
            "6f03df9756a2e9ce",
            "Ann has 12 cards. Ben has 3 more cards than Ann. How many cards has Ben?",
            List.of(
                "Ann has 12 cards.",
                "Ben has 12 + 3 = 15 cards.",
                "Ben has 12 + 3 = 16 cards.",
                "The answer is 15.")),
        new Golden(
            "0bce3e25b6372e44",
            "Sort these words: pear, apple, fig; write [a, b] for a list.",
            List.of(
                "Merge [pear] and [apple]: [apple, pear]",
                "Merge [apple, pear] and [fig]: [apple, fig, pear]",
                "Every apple is a pear, and every pear is a fig; so every apple is a fig.",
                "(( [ ] is closed by: ]")),
        new Golden(
            "c3173047cbb82f53",
            "Solve $2x + 1 = 7$ for x; then write 4B (base 16) and 10/4 in lowest terms.",
            List.of(
                "Subtract 1 from both sides of 2x + 1 = 7: 2x = 6",
                "x = 3",
                "x = 4, \\frac{6}{2} = 3",
                "4B in base 16 is 4 * 16 + 11 = 75",
                "10/4 = 5/2; 17 = 5 * 3 + 2",
                "")),
        new Golden(
            "1d0eeeb8568a603b",
            "Complete this sudoku:\n_ _ 2 _\n2 3 1 4\n3 1 _ 2\n_ _ _ 1\nEach row holds each digit.",
            List.of(
                "Row 1, column 2 is 4: its row rules out every other digit",
                "Row 1, column 1 is 2: its row rules out every other digit")),
        new Golden(
            "66d8cbfe11d2ef0e",
            "Go from * to #, up, down, left or right; X is a wall.\n* . .\n. X .\n. . #\nSay how.",
            List.of(
                "Reached in 1 moves: (2,1) (1,2)",
                "Reached in 2 moves: (3,1) (2,2)",
                "So the way is: right right down down")),
        new Golden(
            "3b006c4eb81677fa",
            "Expand (2x + 3)(x - 1). Collect like terms.",
            List.of(
                "Terms in x^2: (2x)(x) = 2x^2",
                "Terms in x: (2x)(-1) + (3)(x) = 5x",
                "Constant terms: (3)(-1) = -3",
                "So (2x + 3)(x - 1) = 2x^2 + 5x - 3")));
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
