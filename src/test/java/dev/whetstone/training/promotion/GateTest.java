package dev.whetstone.training.promotion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.benchmark.Items;
import dev.whetstone.benchmark.Judge;
import dev.whetstone.benchmark.Judged;
import dev.whetstone.benchmark.label.Labelled;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GateTest {
  private static final Judge INCUMBENT = KnowingJudge.of("incumbent", 0.7);
  private static final Judge BETTER = KnowingJudge.of("better", 0.95);
  private static final Judge WORSE = KnowingJudge.of("worse", 0.5);

  private final Gate gate = new Gate(FixedGate.USUAL);

  private static List<Labelled> items(String set, int problems) {
    return IntStream.range(0, problems)
        .mapToObj(i -> Items.solution(set, set + " problem " + i, 4, i % 2 == 0 ? i % 4 : -1))
        .toList();
  }

  private static Paired paired(Judge candidate, List<Labelled> items) {
    return new Paired(Judged.by(candidate, items, n -> {}), Judged.by(INCUMBENT, items, n -> {}));
  }

  private static List<Labelled> fooling(Judge judge, int problems) {
    return Judged.by(judge, items("archive/x", 10 * problems), n -> {}).stream()
        .filter(judged -> Fooled.isFooled(judged, 0.8))
        .limit(problems)
        .map(Judged::item)
        .toList();
  }

  private Decision decide(Judge candidate, Judge onHuman, Judge onFamilies, int archived) {
    List<Labelled> archive = fooling(INCUMBENT, archived);
    Set<String> foolers = archive.stream().map(Labelled::id).collect(Collectors.toSet());
    return gate.decide(
        "1",
        new Evidence(
            paired(onHuman, items("human", 300)),
            paired(candidate, archive),
            foolers,
            paired(onFamilies, items("family/a", 300))));
  }

  @Test
  void whatIsBetterEverywhereIsPromotedWithItsFigures() {
    Decision decision = decide(BETTER, BETTER, BETTER, 100);
    assertTrue(decision.promoted(), decision::toString);
    assertEquals(3, decision.criteria().size());
    assertTrue(decision.criteria().stream().allMatch(c -> c.difference().get().low() > 0));
    assertEquals(Set.of("human"), decision.criteria().getFirst().sets().keySet());
  }

  @Test
  void whatIsWorseOnHumanLabelsIsKeptWhateverElseItCan() {
    Decision decision = decide(BETTER, WORSE, BETTER, 100);
    assertFalse(decision.promoted());
    assertTrue(decision.reason().startsWith("on human labels it is not shown to be as good"));
  }

  @Test
  void whatIsWorseOnOneFamilyIsKeptAndTheFamilyNamed() {
    List<Labelled> archive = fooling(INCUMBENT, 100);
    Paired families =
        paired(BETTER, items("family/a", 900))
            .and(paired(KnowingJudge.of("bad", 0.1), items("family/b", 60)));
    Decision decision =
        gate.decide(
            "1",
            new Evidence(
                paired(BETTER, items("human", 300)),
                paired(BETTER, archive),
                archive.stream().map(Labelled::id).collect(Collectors.toSet()),
                families));
    assertFalse(decision.promoted());
    assertTrue(decision.reason().contains("worse on family/b"), decision::reason);
  }

  @Test
  void anEquallyGoodVersionIsRightAboutSomeOfWhatFooledTheIncumbentAndStillNotBetter() {
    Decision decision =
        decide(
            KnowingJudge.of("equal", 0.7),
            KnowingJudge.of("e", 0.7),
            KnowingJudge.of("e", 0.7),
            100);
    Criterion archive = decision.criteria().get(1);
    assertFalse(archive.met(), archive::toString);
    assertTrue(Math.abs(archive.difference().get().value()) < 0.2, archive::toString);
  }

  @Test
  void itselfIsNotPromoted() {
    Decision decision = decide(INCUMBENT, INCUMBENT, INCUMBENT, 100);
    assertFalse(decision.promoted());
    assertEquals(0, decision.criteria().get(1).difference().get().value());
  }

  @Test
  void withAnArchiveTooSmallToTellItMustBeBetterElsewhere() {
    assertTrue(decide(BETTER, BETTER, BETTER, 29).promoted());
    Decision none = decide(BETTER, INCUMBENT, INCUMBENT, 0);
    assertFalse(none.promoted());
    assertEquals(
        "the archive's 0 problems are too few, and it is not shown to be better elsewhere",
        none.reason());
  }

  @Test
  void manySolutionsOfOneProblemAreAnArchiveOfOneProblem() {
    List<Labelled> archive =
        fooling(INCUMBENT, 30).stream()
            .map(item -> Items.solution("archive/x", "one", item.solution().steps().size(), 1))
            .toList();
    Evidence evidence =
        new Evidence(
            paired(INCUMBENT, items("human", 300)),
            paired(BETTER, archive),
            Set.of(),
            paired(INCUMBENT, items("family/a", 300)));
    Decision decision = gate.decide("1", evidence);
    assertFalse(decision.promoted());
    assertTrue(decision.reason().startsWith("the archive's 1 problems"), decision::reason);
  }

  @Test
  void withoutHumanLabelsNothingIsPromoted() {
    Evidence evidence =
        new Evidence(Paired.NONE, Paired.NONE, Set.of(), paired(BETTER, items("family/a", 300)));
    Decision decision = gate.decide("1", evidence);
    assertFalse(decision.promoted());
    assertTrue(decision.reason().contains("labels import"), decision::reason);
  }

  @Test
  void ninetyNineProblemsWithHumanLabelsAreTooFew() {
    for (int problems : List.of(99, 100)) {
      Evidence evidence =
          new Evidence(
              paired(BETTER, items("human", problems)),
              Paired.NONE,
              Set.of(),
              paired(BETTER, items("family/a", 300)));
      assertEquals(problems == 100, gate.decide("1", evidence).promoted());
    }
  }

  @Test
  void judgementsOfDifferentItemsAreNoPairs() {
    List<Judged> one = Judged.by(BETTER, items("a", 2), n -> {});
    List<Judged> other = Judged.by(BETTER, items("b", 2), n -> {});
    assertThrows(IllegalArgumentException.class, () -> new Paired(one, other));
  }

  @Test
  void aMarginOutOfItsRangeIsNamed() {
    FixedGate wrong = new FixedGate(Double.NaN, 0.03, 0.1, 100, 30, 100, 0.8, 400);
    String said = assertThrows(IllegalArgumentException.class, () -> new Gate(wrong)).getMessage();
    assertTrue(said.startsWith("whetstone.promotion.gate.human-margin"), said);
  }
}
