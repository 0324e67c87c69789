package dev.whetstone.verify.labelling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.verify.proof.Analysis;
import dev.whetstone.verify.proof.Reply;
import dev.whetstone.verify.proof.Reply.Judged;
import dev.whetstone.verify.proof.Reply.Unjudged;
import dev.whetstone.verify.proof.Reply.Why;
import dev.whetstone.verify.proof.Score;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class LabellerTest {
  private static final Reply<Analysis> CLEAN = new Judged<>(new Analysis("", Score.ONE));
  private static final Reply<Boolean> CONFIRMED = new Judged<>(true);

  private static FixedRule rule(int analyses, int checks, int required, int retries) {
    return new FixedRule(analyses, new Panel(checks, false), required, Lowest.OF_VALID, 1, retries);
  }

  /** Fails at the first so many calls. */
  private static Analyst<String> failing(int times, RuntimeException thrown) {
    return (proof, attempt) -> {
      if (attempt >= times) return CLEAN;
      if (thrown != null) throw thrown;
      return new Unjudged<>(Why.UNANSWERED, "busy");
    };
  }

  @Test
  void aFailedAnalysisIsAskedAgainAndIsNoVote() {
    Labelling labelling =
        new Labeller<>(rule(3, 1, 1, 2), failing(2, null), (p, a, n) -> CONFIRMED).label("proof");
    assertEquals(new Label.Labelled(Score.ONE), labelling.label());
    assertEquals(Ballots.read("xx111").calls(), labelling.ledger().calls());
    assertEquals(new Entry.Failed("busy"), labelling.ledger().entries().getFirst());
  }

  @Test
  void failuresBeyondTheBudgetLeaveTheProofWithoutALabel() {
    Labelling labelling =
        new Labeller<>(rule(3, 1, 1, 2), failing(3, null), (p, a, n) -> CONFIRMED).label("proof");
    assertEquals(new Label.Discarded(Label.Why.UNJUDGED), labelling.label());
    assertEquals(3, labelling.ledger().calls());
  }

  @Test
  void aVerifierThatBreaksIsAFailureToo() {
    Labelling labelling =
        new Labeller<>(
                rule(2, 1, 1, 1),
                failing(1, new IllegalStateException("out of memory")),
                (p, a, n) -> CONFIRMED)
            .label("proof");
    assertEquals(new Label.Labelled(Score.ONE), labelling.label());
    assertTrue(labelling.ledger().entries().getFirst().toString().contains("out of memory"));
  }

  @Test
  void anAnswerThatIsNoneIsAFailureToo() {
    Analyst<String> silent = (proof, attempt) -> attempt == 0 ? null : new Judged<>(null);
    Labelling labelling =
        new Labeller<>(rule(2, 1, 1, 1), silent, (p, a, n) -> CONFIRMED).label("proof");
    assertEquals(new Label.Discarded(Label.Why.UNJUDGED), labelling.label());
  }

  @Test
  void aFailedCheckIsAskedAgainOfTheSameAnalysis() {
    Reply<Analysis> flagged = new Judged<>(new Analysis("step 2 divides by 0", Score.ZERO));
    List<Integer> attempts = new ArrayList<>();
    Labeller<String> labeller =
        new Labeller<>(
            rule(1, 3, 1, 1),
            (proof, attempt) -> flagged,
            (proof, analysis, attempt) -> {
              attempts.add(attempt);
              return attempt == 2 ? new Unjudged<>(Why.UNANSWERED, "late") : CONFIRMED;
            });
    assertEquals(new Label.Labelled(Score.ZERO), labeller.label("proof").label());
    assertEquals(List.of(1, 2, 3, 4), attempts);
  }

  @Test
  void callsAreBoundedAndDifferAndTheLedgerReplays() {
    for (int seed = 0; seed < 500; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      FixedRule rule = rule(1 + random.nextInt(8), random.nextInt(6), 1, random.nextInt(4));
      Labelling labelling = new Labeller<>(rule, moody(random), unsure(random)).label("proof");
      int most = rule.analyses() * (1 + rule.panel().checks()) + rule.retries() + 1;
      assertTrue(labelling.ledger().calls() <= most);
      assertEquals(
          labelling,
          new Labelling(rule, labelling.label(), new Ledger(labelling.ledger().entries())));
    }
  }

  @Test
  void aLabellingCutOffAnywhereGoesOnToTheSameLabelWithoutACallTwice() {
    FixedRule rule = rule(5, 3, 2, 8);
    Labelling whole = new Labeller<>(rule, moody(SEED), unsure(SEED)).label("proof");
    List<Entry> all = whole.ledger().entries();
    for (int cut = 0; cut <= all.size(); cut++) {
      List<Entry> kept = new ArrayList<>(all.subList(0, cut));
      Labelling resumed =
          new Labeller<>(rule, moody(SEED), unsure(SEED))
              .label("proof", new Ledger(kept), kept::add);
      assertEquals(whole, resumed);
      assertEquals(all, kept);
    }
  }

  @Test
  void anInterruptedLabellingKeepsNothingOfTheCallItWasAt() {
    List<Entry> kept = new ArrayList<>();
    Analyst<String> interrupted =
        (proof, attempt) -> {
          if (attempt == 2) Thread.currentThread().interrupt();
          return CLEAN;
        };
    Labeller<String> labeller =
        new Labeller<>(rule(4, 1, 1, 0), interrupted, (p, a, n) -> CONFIRMED);
    assertThrows(
        CancellationException.class,
        () -> labeller.label("proof", new Ledger(List.of()), kept::add));
    assertTrue(Thread.interrupted());
    assertEquals(2, kept.size());
  }

  @Test
  void stoppingAtTheMajorityMovesNoLabelAndSavesCalls() {
    int saved = 0;
    for (int seed = 0; seed < 500; seed++) {
      int checks = 1 + seed % 7;
      Labelling all = labelled(checks, false, seed);
      Labelling some = labelled(checks, true, seed);
      assertEquals(all.label(), some.label());
      saved += all.ledger().calls() - some.ledger().calls();
    }
    assertTrue(saved > 500, () -> "too few calls saved");
  }

  /** The votes depend on the analysis and the place of the check, not on the order of calls. */
  private static Labelling labelled(int checks, boolean stops, long seed) {
    List<Integer> asked = new ArrayList<>();
    HashSet<Integer> seen = new HashSet<>();
    FixedRule rule = new FixedRule(6, new Panel(checks, stops), 2, Lowest.OF_VALID, 1, 0);
    Analyst<String> analyst =
        (proof, attempt) -> {
          assertTrue(seen.add(attempt));
          asked.add(0);
          int vote = new SplittableRandom(seed * 1000 + asked.size()).nextInt(3);
          return vote == 2
              ? CLEAN
              : new Judged<>(new Analysis("an issue", vote == 0 ? Score.ZERO : Score.HALF));
        };
    MetaVerifier<String> meta =
        (proof, analysis, attempt) -> {
          assertTrue(seen.add(attempt));
          int place = asked.removeLast();
          asked.add(place + 1);
          return new Judged<>(
              new SplittableRandom((seed * 1000 + asked.size()) * 100 + place).nextBoolean());
        };
    return new Labeller<>(rule, analyst, meta).label("proof");
  }

  private static final long SEED = 5;

  /** The same for the same attempt. */
  private static Analyst<String> moody(long seed) {
    return (proof, attempt) ->
        moody(new SplittableRandom(seed + 31L * attempt)).analyse(proof, attempt);
  }

  private static MetaVerifier<String> unsure(long seed) {
    return (proof, analysis, attempt) ->
        unsure(new SplittableRandom(seed + 31L * attempt)).check(proof, analysis, attempt);
  }

  private static Analyst<String> moody(SplittableRandom random) {
    return (proof, attempt) ->
        switch (random.nextInt(5)) {
          case 0 -> new Unjudged<>(Why.UNANSWERED, "late");
          case 1 -> new Judged<>(new Analysis("an error", Score.ZERO));
          case 2 -> new Judged<>(new Analysis("a gap", Score.HALF));
          default -> CLEAN;
        };
  }

  private static MetaVerifier<String> unsure(SplittableRandom random) {
    return (proof, analysis, attempt) ->
        random.nextInt(6) == 0
            ? new Unjudged<>(Why.UNANSWERED, "late")
            : new Judged<>(random.nextBoolean());
  }
}
