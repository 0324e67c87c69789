package dev.whetstone.benchmark.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RankingTest {
  private static final double CLOSE = 1e-12;

  @Test
  void theVectorOfScikitLearnsManualIsMeasuredAsThere() {
    Ranking ranking = ranking(new double[] {0.1, 0.4, 0.35, 0.8}, false, false, true, true);
    assertEquals(0.75, ranking.auc(ones(4)), CLOSE);
    assertEquals(0.5 * 2 / 3 + 0.5, ranking.averagePrecision(ones(4)), CLOSE);
  }

  @Test
  void aTieIsHalfAWin() {
    assertEquals(0.5, ranking(new double[] {1, 1, 1}, true, false, false).auc(ones(3)), CLOSE);
    // pairs: 3 > 2, 3 > 1, 2 = 2, 2 > 1
    Ranking ranking = ranking(new double[] {3, 2, 2, 1}, true, true, false, false);
    assertEquals(3.5 / 4, ranking.auc(ones(4)), CLOSE);
  }

  @Test
  void averagePrecisionTakesATieAsOneThreshold() {
    Ranking ranking = ranking(new double[] {2, 1, 1, 1}, false, true, false, true);
    assertEquals(0.5, ranking.averagePrecision(ones(4)), CLOSE);
  }

  @Test
  void itEqualsTheCountOverAllPairs() {
    for (int seed = 0; seed < 50; seed++) {
      Random random = new Random(seed);
      double[] scores = random.doubles(40).map(x -> Math.rint(x * 10)).toArray();
      boolean[] positive = positives(random, 40);
      assertEquals(
          overPairs(scores, positive), ranking(scores, positive).auc(ones(40)), CLOSE, "" + seed);
    }
  }

  @Test
  void aMonotoneMapChangesNothing() {
    Random random = new Random(7);
    double[] scores = random.doubles(200).toArray();
    double[] mapped = Arrays.stream(scores).map(x -> Math.exp(3 * x) - 100).toArray();
    boolean[] positive = positives(random, 200);
    Ranking one = ranking(scores, positive);
    Ranking other = ranking(mapped, positive);
    assertEquals(one.auc(ones(200)), other.auc(ones(200)), 0);
    assertEquals(one.averagePrecision(ones(200)), other.averagePrecision(ones(200)), 0);
  }

  @Test
  void theReversedScoresHaveTheRestOfTheArea() {
    Random random = new Random(8);
    double[] scores = random.doubles(99).map(x -> Math.rint(x * 20)).toArray();
    double[] reversed = Arrays.stream(scores).map(x -> -x).toArray();
    boolean[] positive = positives(random, 99);
    assertEquals(
        1,
        ranking(scores, positive).auc(ones(99)) + ranking(reversed, positive).auc(ones(99)),
        CLOSE);
  }

  @Test
  void aWeightOfTwoIsTheExampleTwice() {
    Ranking weighted = ranking(new double[] {3, 2, 1, 0}, true, false, true, false);
    Ranking repeated = ranking(new double[] {3, 3, 2, 0}, true, true, false, false);
    assertEquals(repeated.auc(ones(4)), weighted.auc(new int[] {2, 1, 0, 1}), CLOSE);
    assertEquals(
        repeated.averagePrecision(ones(4)),
        weighted.averagePrecision(new int[] {2, 1, 0, 1}),
        CLOSE);
  }

  @Test
  void oneClassAloneHasNoArea() {
    Ranking ranking = ranking(new double[] {1, 2}, true, true);
    assertTrue(Double.isNaN(ranking.auc(ones(2))));
    assertTrue(ranking.roc(10).isEmpty());
  }

  @Test
  void notANumberIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> ranking(new double[] {Double.NaN}, true));
  }

  @Test
  void theCurveEndsInBothCornersAndItsTrapezoidsAreTheArea() {
    Random random = new Random(9);
    double[] scores = random.doubles(150).map(x -> Math.rint(x * 30)).toArray();
    boolean[] positive = positives(random, 150);
    Ranking ranking = ranking(scores, positive);
    List<Ranking.Point> curve = ranking.roc(1000);
    assertEquals(new Ranking.Point(0, 0), curve.getFirst());
    assertEquals(new Ranking.Point(1, 1), curve.getLast());
    double area = 0;
    for (int i = 1; i < curve.size(); i++)
      area +=
          (curve.get(i).falsePositives() - curve.get(i - 1).falsePositives())
              * (curve.get(i).truePositives() + curve.get(i - 1).truePositives())
              / 2;
    assertEquals(ranking.auc(ones(150)), area, CLOSE);
  }

  private static double overPairs(double[] scores, boolean[] positive) {
    double wins = 0;
    int pairs = 0;
    for (int i = 0; i < scores.length; i++)
      for (int j = 0; j < scores.length; j++)
        if (positive[i] && !positive[j]) {
          pairs++;
          wins += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
        }
    return wins / pairs;
  }

  private static Ranking ranking(double[] scores, boolean... positive) {
    return new Ranking(scores, positive, alone(scores.length));
  }

  private static boolean[] positives(Random random, int count) {
    boolean[] positive = new boolean[count];
    for (int i = 0; i < count; i++) positive[i] = random.nextInt(3) == 0;
    return positive;
  }

  static Clusters alone(int count) {
    return Clusters.of(IntStream.range(0, count).mapToObj(Integer::toString).toList());
  }

  private static int[] ones(int count) {
    int[] ones = new int[count];
    Arrays.fill(ones, 1);
    return ones;
  }
}
