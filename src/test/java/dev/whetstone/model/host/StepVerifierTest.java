package dev.whetstone.model.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.model.Card;
import dev.whetstone.model.Critique;
import dev.whetstone.model.Derivation;
import dev.whetstone.model.Prepared;
import dev.whetstone.model.Reading;
import dev.whetstone.model.StepTree;
import dev.whetstone.model.TreeReading;
import dev.whetstone.model.Unscorable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StepVerifierTest {
  private static final double ROUNDING = 1e-4;

  @TempDir static Path root;
  private static StepVerifier verifier;
  private static StepVerifier sliced;

  @BeforeAll
  static void load() throws Exception {
    Path folder = SmallVerifier.write(root);
    verifier = SmallVerifier.load(folder, Bounds.USUAL);
    sliced = SmallVerifier.load(folder, new Bounds(100, 8_192, 262_144));
  }

  @AfterAll
  static void close() {
    verifier.close();
    sliced.close();
  }

  @Test
  void aDerivationScoredAloneGetsWhatItGetsInABatch() throws Exception {
    for (int seed = 0; seed < 30; seed++) {
      List<Prepared> batch = batch(new Random(seed), verifier);
      List<Reading> together = verifier.score(batch);
      for (int i = 0; i < batch.size(); i++)
        same(verifier.score(List.of(batch.get(i))).getFirst(), together.get(i));
    }
  }

  @Test
  void aBatchReadInManyCallsGetsWhatItGetsInOne() throws Exception {
    for (int seed = 0; seed < 30; seed++) {
      List<Reading> once = verifier.score(batch(new Random(seed), verifier));
      List<Reading> often = sliced.score(batch(new Random(seed), sliced));
      assertEquals(once.size(), often.size());
      for (int i = 0; i < once.size(); i++) same(once.get(i), often.get(i));
    }
  }

  @Test
  void whereTheNotesDecideTheNetworkSaysNothing(@TempDir Path other) throws Exception {
    Path folder =
        SmallVerifier.write(
            other, SmallVerifier.content(5), SmallVerifier.tokenizer(SmallVerifier.vocabulary()));
    int decided = 0;
    try (StepVerifier second = SmallVerifier.load(folder, Bounds.USUAL)) {
      StepTree tree = SmallVerifier.tree(new Random(3), 100);
      TreeReading one = verifier.read(List.of(verifier.prepare(tree))).getFirst();
      TreeReading two = second.read(List.of(second.prepare(tree))).getFirst();
      for (int i = 0; i < 100; i++) if (one.steps().get(i).equals(two.steps().get(i))) decided++;
    }
    assertTrue(decided > 10 && decided < 90, decided + " of 100 are decided");
  }

  @Test
  void aStepOfATreeGetsWhatItGetsInTheDerivationThatEndsWithIt() throws Exception {
    for (int seed = 0; seed < 12; seed++) {
      StepTree tree = SmallVerifier.tree(new Random(seed), 40);
      TreeReading reading = verifier.read(List.of(verifier.prepare(tree))).getFirst();
      List<Prepared> alone = new ArrayList<>();
      for (int i = 0; i < tree.steps().size(); i++) alone.add(verifier.prepare(tree.derivation(i)));
      List<Reading> readings = verifier.score(alone);
      for (int i = 0; i < readings.size(); i++)
        same(readings.get(i), reading.path(i).orElseThrow());
    }
  }

  @Test
  void treesReadTogetherInManyCallsGetWhatTheyGetAlone() throws Exception {
    StepTree first = SmallVerifier.tree(new Random(1), 30);
    StepTree second = SmallVerifier.tree(new Random(2), 50);
    List<TreeReading> together =
        sliced.read(List.of(sliced.prepare(first), sliced.prepare(second)));
    TreeReading alone = verifier.read(List.of(verifier.prepare(second))).getFirst();
    assertEquals(30, together.getFirst().steps().size());
    for (int i = 0; i < 50; i++)
      same(alone.path(i).orElseThrow(), together.getLast().path(i).orElseThrow());
  }

  @Test
  void itSaysManyThings() throws Exception {
    DoubleSummaryStatistics said =
        verifier.score(batch(new Random(1), verifier)).stream()
            .flatMap(reading -> reading.steps().stream())
            .mapToDouble(Double::doubleValue)
            .summaryStatistics();
    assertTrue(said.getMax() - said.getMin() > 0.2, "else these tests would compare nothing");
  }

  @Test
  void aThousandScoringsLeaveNothingBehind() throws Exception {
    try (StepVerifier scorer = SmallVerifier.load(root.resolve("small/1"), Bounds.USUAL)) {
      List<Prepared> batch =
          List.of(
              scorer.prepare(new Derivation("2 eggs", List.of("so 1 + 1 = 2", "x is 2"))),
              scorer.prepare(new Derivation("3 hens", List.of("we have 3"))));
      List<Reading> first = scorer.score(batch);
      int before = scorer.manager().getManagedArrays().size();
      scorer.manager().getParentManager().cap();
      for (int i = 0; i < 1000; i++) same(first.getFirst(), scorer.score(batch).getFirst());
      assertEquals(before, scorer.manager().getManagedArrays().size());
    }
  }

  @Test
  void aMegabyteIsRefusedBeforeItCosts() {
    String text = "9 x ".repeat(250_000);
    assertTimeoutPreemptively(
        Duration.ofMillis(500),
        () -> {
          String tooLong = "1000005 characters, where at most 262144 are read";
          refused(tooLong, new Derivation("add", List.of("so", text)));
          String step = "step 1 has 250000 characters, where at most 8192 are read";
          refused(step, new Derivation("add", List.of("so", text.substring(0, 250_000))));
          String problem = "its problem has 250000 characters, where at most 8192 are read";
          refused(problem, new Derivation(text.substring(0, 250_000), List.of("so")));
        });
  }

  @Test
  void limitsHoldAtTheirEdge() throws Exception {
    try (StepVerifier scorer = SmallVerifier.load(root.resolve("small/1"), new Bounds(1, 9, 20))) {
      score(scorer, new Derivation("123456789", List.of("12345678", "123")));
      refused(
          scorer,
          "21 characters, where at",
          new Derivation("123456789", List.of("1234567", "12345")));
      refused(scorer, "step 0 has 10 characters", new Derivation("1", List.of("1234567890")));
    }
  }

  @Test
  void aDerivationWithoutStepsIsRefused() {
    refused("a derivation without steps", new Derivation("add", List.of()));
  }

  @Test
  void aStepThatDoesNotFitAWindowIsRefusedByItsTokens() throws Exception {
    int room = SmallVerifier.WINDOW - 3 - 1;
    score(verifier, new Derivation("add", List.of("so", "1 ".repeat(room))));
    refused(
        "step 1 of 61 tokens and its problem of 1 do not fit a window of 64 tokens",
        new Derivation("add", List.of("so", "1 ".repeat(room + 1))));
  }

  @Test
  void textsWithoutTokensAndTextsOfOddCharactersAreScored() throws Exception {
    for (String text :
        List.of("", " \n\t ", "\uD83E\uDD5A eggs \uD83D", "\u0000", "ééé", "[SEP] [CLS]"))
      assertEquals(2, score(verifier, new Derivation(text, List.of(text, "so"))).steps().size());
  }

  @Test
  void tenThousandShortStepsAreMadeReadyInNoTime() throws Exception {
    List<String> steps = IntStream.range(0, 10_000).mapToObj(i -> "so x = " + i).toList();
    assertTimeoutPreemptively(
        Duration.ofSeconds(10), () -> verifier.prepare(new Derivation("add", steps)));
  }

  @Test
  void whatOfATreeCannotBeReadIsLeftOutWithWhatIsBehindIt() throws Exception {
    StepTree tree =
        new StepTree(
            "add",
            List.of(
                new StepTree.Step(-1, "so x = 2"),
                new StepTree.Step(0, "1 ".repeat(99)),
                new StepTree.Step(1, "then"),
                new StepTree.Step(0, "x is 2")));
    TreeReading reading = verifier.read(List.of(verifier.prepare(tree))).getFirst();
    assertTrue(reading.steps().get(0).isPresent());
    assertTrue(reading.path(1).isEmpty());
    assertTrue(reading.path(2).isEmpty());
    same(score(verifier, tree.derivation(3)), reading.path(3).orElseThrow());
    StepTree none = new StepTree("add", List.of(new StepTree.Step(-1, "1 ".repeat(99))));
    assertThrows(Unscorable.class, () -> verifier.prepare(none));
    assertThrows(Unscorable.class, () -> verifier.prepare(new StepTree("add", List.of())));
  }

  @Test
  void theFlawOfAStepIsQuotedFromIt() throws Exception {
    Random random = new Random(2);
    int critiques = 0;
    for (int i = 0; i < 40; i++) {
      Derivation derivation = SmallVerifier.derivation(random, 12);
      for (Critique critique : score(verifier, derivation).critiques()) {
        critiques++;
        assertTrue(derivation.steps().get(critique.step()).contains(critique.quote()));
      }
    }
    assertTrue(critiques > 10, critiques + " critiques");
  }

  @Test
  void anEquationThatFailsIsWhatIsQuoted() throws Exception {
    Card strict =
        SmallVerifier.card()
            .withDecisions(new Card.Calibration(1, 0), new Card.Thresholds(Optional.of(1.0), 0, 0));
    try (StepVerifier scorer =
        (StepVerifier)
            Loader.open(root.resolve("small/1"), strict, Placement.parse("cpu"), Bounds.USUAL)) {
      List<String> steps = List.of("so 3 + 4 = 8 eggs", "so 3 + 4 = 7 eggs");
      List<Critique> critiques = score(scorer, new Derivation("add eggs", steps)).critiques();
      assertEquals(2, critiques.size());
      for (Critique critique : critiques)
        assertEquals(
            critique.step() == 0,
            critique.quote().equals("3 + 4 = 8") && critique.kind().equals("wrong_arithmetic"));
    }
  }

  @Test
  void aSolutionThatIsNotWrongIsNotCriticised() throws Exception {
    Card lenient =
        SmallVerifier.card()
            .withDecisions(new Card.Calibration(1, 0), new Card.Thresholds(Optional.empty(), 0, 0));
    Random random = new Random(2);
    double lowest = 1;
    try (StepVerifier scorer =
        (StepVerifier)
            Loader.open(root.resolve("small/1"), lenient, Placement.parse("cpu"), Bounds.USUAL)) {
      for (int i = 0; i < 10; i++) {
        Reading reading = score(scorer, SmallVerifier.derivation(random, 12));
        assertEquals(OptionalInt.empty(), reading.firstError());
        assertEquals(List.of(), reading.critiques());
        lowest = Math.min(lowest, Collections.min(reading.steps()));
      }
    }
    assertTrue(lowest < 0.5, "no step was likely wrong: " + lowest);
  }

  private static void refused(String reason, Derivation derivation) {
    refused(verifier, reason, derivation);
  }

  private static void refused(StepVerifier scorer, String reason, Derivation derivation) {
    Unscorable refusal = assertThrows(Unscorable.class, () -> scorer.prepare(derivation));
    assertTrue(refusal.getMessage().startsWith(reason), refusal.getMessage());
  }

  private static Reading score(StepVerifier scorer, Derivation derivation) throws Unscorable {
    return scorer.score(List.of(scorer.prepare(derivation))).getFirst();
  }

  private static List<Prepared> batch(Random random, StepVerifier verifier) throws Unscorable {
    List<Prepared> batch = new ArrayList<>();
    for (int i = 0; i < 8; i++) batch.add(verifier.prepare(SmallVerifier.derivation(random, 20)));
    return batch;
  }

  /** But for critiques: near a threshold rounding decides. */
  private static void same(Reading due, Reading said) {
    assertEquals(due.steps().size(), said.steps().size());
    for (int i = 0; i < due.steps().size(); i++)
      assertEquals(due.steps().get(i), said.steps().get(i), ROUNDING);
    assertEquals(due.whole(), said.whole(), ROUNDING);
  }
}
