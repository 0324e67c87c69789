package dev.whetstone.benchmark.baseline;

import static dev.whetstone.benchmark.Items.solution;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.benchmark.Items;
import dev.whetstone.benchmark.Judge;
import dev.whetstone.benchmark.Judged;
import dev.whetstone.benchmark.Judgement;
import dev.whetstone.benchmark.Judgement.Said;
import dev.whetstone.benchmark.Steps;
import dev.whetstone.benchmark.label.Labelled;
import dev.whetstone.benchmark.metric.Ranking;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BaselinesTest {
  @Test
  void randomScoresAreTheSameEachTimeAndRankNothing() {
    List<Labelled> items = new ArrayList<>();
    for (int i = 0; i < 800; i++) items.add(solution("s", "p" + i, 5, i % 6 - 1));
    assertEquals(judge(new RandomScores(), items), judge(new RandomScores(), items));
    Ranking ranking = Steps.of(Judged.by(new RandomScores(), items, n -> {})).ranking();
    assertEquals(0.5, ranking.auc(ranking.clusters().once()), 0.06);
  }

  @Test
  void theCommonPositionIsThatOfTheSet() {
    List<Labelled> items = new ArrayList<>();
    for (int i = 0; i < 60; i++) items.add(solution("s", "p" + i, 4, i % 3 == 0 ? 1 : 2));
    for (int i = 0; i < 60; i++) items.add(solution("t", "q" + i, 2, i % 3 == 0 ? 1 : 0));
    List<Judgement> judgements = judge(new CommonPosition(), items);
    for (int i = 0; i < 120; i++)
      assertEquals(OptionalInt.of(i < 60 ? 2 : 0), ((Said) judgements.get(i)).firstError());
  }

  @Test
  void theCommonPositionNeverSeesTheLabelsOfTheProblem() {
    List<Labelled> items = new ArrayList<>();
    for (int i = 0; i < 60; i++) items.add(solution("s", "p" + i / 3, 4, i % 5 - 1));
    List<Judgement> said = judge(new CommonPosition(), items);
    for (int i = 0; i < 60; i++) {
      List<Labelled> others = new ArrayList<>(items);
      for (int same = i / 3 * 3; same < i / 3 * 3 + 3; same++)
        others.set(same, solution("s", "p" + i / 3, 4, 3));
      assertEquals(said.get(i), judge(new CommonPosition(), others).get(i));
    }
  }

  @Test
  void theCommonPositionRanksNothingWhereThereIsNothingToRank() {
    Random random = new Random(5);
    List<Labelled> items = new ArrayList<>();
    for (int i = 0; i < 600; i++)
      items.add(Items.step("p" + i, Items.texts(1), random.nextInt(10) < 6));
    Ranking ranking = Steps.of(Judged.by(new CommonPosition(), items, n -> {})).ranking();
    assertEquals(0.5, ranking.auc(ranking.clusters().once()), 0.07);
  }

  @Test
  void ngramsLearnWhatWordsTell() {
    List<Labelled> measured = steps(1, 300);
    Judge ngrams = trained(steps(2, 3000), measured);
    Ranking ranking = Steps.of(Judged.by(ngrams, measured, n -> {})).ranking();
    double auc = ranking.auc(ranking.clusters().once());
    assertTrue(auc > 0.75, "AUC " + auc);
  }

  @Test
  void ngramsAreTheSameEachTime() {
    List<Labelled> measured = steps(1, 50);
    assertEquals(
        judge(trained(steps(2, 500), measured), measured),
        judge(trained(steps(2, 500), measured), measured));
  }

  @Test
  void ngramsLearnNothingFromTheProblemsTheyAreMeasuredOn() {
    List<Labelled> training = steps(2, 500);
    Ngrams.Training all = new Ngrams.Training(Set.of());
    Ngrams.Training without =
        new Ngrams.Training(Set.of(Judged.problem(training.get(3)), "another problem"));
    training.forEach(all::add);
    training.forEach(without::add);
    assertNotEquals(0, all.size());
    long ofIt =
        training.stream()
            .filter(i -> Judged.problem(i).equals(Judged.problem(training.get(3))))
            .count();
    assertEquals(all.size() - ofIt, without.size());
  }

  /** Sums of which every third is wrong; wrong ones more often say "clearly". */
  private static List<Labelled> steps(int seed, int count) {
    Random random = new Random(seed);
    List<Labelled> items = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int a = random.nextInt(90);
      int b = random.nextInt(90);
      boolean right = random.nextInt(3) > 0;
      boolean clearly = random.nextInt(10) < (right ? 2 : 8);
      String step =
          (clearly ? "Clearly " : "So ") + a + " + " + b + " = " + (a + b + (right ? 0 : 1));
      items.add(Items.step("problem " + seed + " " + i, List.of("We add.", step), right));
    }
    return items;
  }

  private static Ngrams trained(List<Labelled> training, List<Labelled> measured) {
    Ngrams.Training all =
        new Ngrams.Training(Set.copyOf(measured.stream().map(Judged::problem).toList()));
    training.forEach(all::add);
    return all.fit();
  }

  private static List<Judgement> judge(Judge judge, List<Labelled> items) {
    return judge.judge(items, n -> {});
  }
}
