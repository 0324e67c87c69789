package dev.whetstone.curriculum.bakeoff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ForetellingTest {
  @Test
  void ranksAreCorrelatedAsSpearmanHasThem() {
    double[] rising = {1, 2, 3, 4};
    assertEquals(1, RankCorrelation.of(rising, new double[] {10, 20, 300, 4000}));
    assertEquals(-1, RankCorrelation.of(rising, new double[] {4, 3, 2, 1}));
    assertEquals(0.8, RankCorrelation.of(rising, new double[] {1, 3, 2, 4}), 1e-12);
    double[] tied = {1, 2, 2, 3};
    assertEquals(Math.sqrt(0.9), RankCorrelation.of(rising, tied), 1e-12);
    assertTrue(Double.isNaN(RankCorrelation.of(rising, new double[] {1, 1, 1, 1})));
  }

  /** Seeds on which nothing was chosen. */
  @Test
  void untriedCellsAreForetoldInTheCleanWorldAndInOneMadeAgainstTheModel() {
    for (int seed = 20; seed < 22; seed++)
      for (Setting world : new Setting[] {new Line(false, seed), new Lattice(seed)})
        for (Map.Entry<Integer, Foretelling.Judged> at : Foretelling.judge(world).entrySet()) {
          assertTrue(at.getValue().correlation() >= Foretelling.MARK, at.toString());
          assertTrue(at.getValue().error() <= at.getValue().ordinary() + 1e-3, at.toString());
        }
  }

  @Test
  void theSameSeedGivesTheSameJudgement() {
    assertEquals(
        Foretelling.judge(new Line(true, 3)).get(25), Foretelling.judge(new Line(true, 3)).get(25));
  }
}
