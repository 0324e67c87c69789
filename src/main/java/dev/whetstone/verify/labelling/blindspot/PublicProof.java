package dev.whetstone.verify.labelling.blindspot;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One of the 84 proofs of DeepSeekMath-V2 that people have scored; 64 analyses each.
 *
 * @param automatic their mean score
 */
public record PublicProof(String set, String problem, int human, int maximum, double automatic) {
  public static final int ANALYSES = 64;

  public static List<PublicProof> all() throws IOException {
    var file = PublicProof.class.getResourceAsStream("/bench/deepseek_math_v2_proofs.csv");
    try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .skip(1)
          .map(PublicProof::of)
          .toList();
    }
  }

  private static PublicProof of(String line) {
    String[] field = line.split(",", -1);
    return new PublicProof(
        field[0],
        field[1],
        Integer.parseInt(field[2]),
        Integer.parseInt(field[3]),
        Double.parseDouble(field[4]));
  }

  /** Below six sevenths of full marks. */
  public boolean isFlawed() {
    return 7 * human < 6 * maximum;
  }
}
