package dev.whetstone.verify.labelling.blindspot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlindSpotTest {
  private static final int N = PublicProof.ANALYSES;

  @Test
  void thePublicProofHaveThePublishedMeans() throws IOException {
    List<PublicProof> all = PublicProof.all();
    assertEquals(84, all.size());
    assertEquals(72, all.stream().filter(p -> p.automatic() == 1).count());
    double[] flawed =
        all.stream()
            .filter(PublicProof::isFlawed)
            .mapToDouble(PublicProof::automatic)
            .sorted()
            .toArray();
    double[] published = {
      .023, .164, .234, .258, .5, .516, .578, .711, .742, .93, .938, .984, 1, 1, 1, 1
    };
    assertArrayEquals(published, flawed, 5e-4);
  }

  private static List<Audit> flawed(UnaryOperator<Audit> seen) throws IOException {
    return PublicProof.all().stream()
        .filter(PublicProof::isFlawed)
        .map(p -> seen.apply(Audit.ofMean(N, p.automatic())))
        .toList();
  }

  @Test
  void theIntervalOfThePublicProofCoversFourOfSixteen() throws IOException {
    BlindSpot fit = BlindSpot.of(flawed(audit -> audit));
    assertEquals(0.110, fit.detection().blindSpot(), 0.002);
    assertEquals(0.269, fit.detection().a(), 0.003);
    assertEquals(0.261, fit.detection().b(), 0.003);
    assertTrue(fit.interval().contains(4 / 16.0));
    assertEquals(0, fit.interval().low(), 1e-9);
    assertEquals(0.445, fit.interval().high(), 0.002);
    assertEquals(4 / 16.0, fit.detection().passesAll(N), 1e-3);
  }

  @Test
  void whateverTheFlagsBehindTheMeansTheIntervalIsNearlyTheSame() throws IOException {
    BlindSpot zeros = BlindSpot.of(flawed(audit -> Audit.of(N, audit.fewestFlags())));
    BlindSpot halves = BlindSpot.of(flawed(audit -> Audit.of(N, audit.mostFlags())));
    for (BlindSpot fit : List.of(zeros, halves)) {
      assertTrue(fit.interval().contains(4 / 16.0));
      assertEquals(0.45, fit.interval().high(), 0.02);
    }
  }

  @Test
  void manyAuditsFindTheParametersAgain() {
    List<Audit> audits = simulated(new Detection(0.25, 2, 3), 2000, new SplittableRandom(1));
    BlindSpot fit = BlindSpot.of(audits);
    assertEquals(0.25, fit.detection().blindSpot(), 0.03);
    assertEquals(2, fit.detection().a(), 0.3);
    assertEquals(3, fit.detection().b(), 0.4);
    assertTrue(fit.interval().contains(0.25));
    assertTrue(fit.interval().high() - fit.interval().low() < 0.06);
  }

  @Test
  void theIntervalCoversTheTruthAsOftenAsItSays() {
    int covered = 0;
    int runs = 48;
    for (int seed = 0; seed < runs; seed++) {
      SplittableRandom random = new SplittableRandom(300 + seed);
      double mass = new double[] {0, 0.1, 0.25, 0.5}[seed % 4];
      Detection truth = new Detection(mass, 1 + random.nextDouble(), 1.5);
      if (BlindSpot.of(simulated(truth, 24, random)).interval().contains(mass)) covered++;
    }
    assertTrue(covered >= 42, covered + " of " + runs);
  }

  @Test
  void theFitIsAsLikelyAsTheTruthOrMore() {
    for (int seed = 0; seed < 20; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Detection truth = new Detection(random.nextDouble(), 3 * random.nextDouble(), 2);
      List<Audit> audits = simulated(truth, 30, random);
      double found = BlindSpot.of(audits).logLikelihood();
      assertTrue(found >= new Likelihood(audits).logOf(truth) - 1e-6);
    }
  }

  @Test
  void auditsThatSayLittleGiveAnIntervalThatSaysLittle() {
    BlindSpot all = BlindSpot.of(Collections.nCopies(3, Audit.of(N, 0)));
    assertEquals(1, all.interval().high(), 1e-6);
    BlindSpot none = BlindSpot.of(Collections.nCopies(3, Audit.of(N, N)));
    assertEquals(0, none.interval().low(), 1e-9);
    assertTrue(none.interval().high() > 0.4 && none.interval().high() < 0.7);
    assertTrue(BlindSpot.of(List.of(Audit.of(1, 0))).interval().contains(0.5));
    assertThrows(IllegalArgumentException.class, () -> BlindSpot.of(List.of()));
  }

  private static List<Audit> simulated(Detection truth, int count, SplittableRandom random) {
    List<Audit> audits = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean blind = random.nextDouble() < truth.blindSpot();
      audits.add(Audit.of(N, blind ? 0 : flags(truth, random)));
    }
    return audits;
  }

  /** Pólya's urn: each flag makes the next more likely. */
  private static int flags(Detection truth, SplittableRandom random) {
    int flags = 0;
    for (int i = 0; i < N; i++)
      if (random.nextDouble() < (truth.a() + flags) / (truth.a() + truth.b() + i)) flags++;
    return flags;
  }

  @ParameterizedTest
  @CsvSource({"64,1,0,0", "64,0.5,32,64", "64,0.984375,1,2", "64,0.9921875,1,1", "64,0,64,64"})
  void aMeanBoundsTheFlags(int analyses, double mean, int fewest, int most) {
    assertEquals(new Audit(analyses, fewest, most), Audit.ofMean(analyses, mean));
  }

  @ParameterizedTest
  @CsvSource({"64,0.99", "64,1.5", "64,-0.5", "64,NaN", "0,1"})
  void aMeanThatSoManyAnalysesCannotHaveIsRefused(int analyses, double mean) {
    assertThrows(IllegalArgumentException.class, () -> Audit.ofMean(analyses, mean));
  }

  @ParameterizedTest
  @CsvSource({"-0.1,1,1", "1.1,1,1", "NaN,1,1", "0,0,1", "0,1,NaN"})
  void whatIsNoDetectionIsRefused(double mass, double a, double b) {
    assertThrows(IllegalArgumentException.class, () -> new Detection(mass, a, b));
  }
}
