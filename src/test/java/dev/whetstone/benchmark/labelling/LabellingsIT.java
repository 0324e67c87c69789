package dev.whetstone.benchmark.labelling;

import static dev.whetstone.benchmark.labelling.Examined.FINE;
import static dev.whetstone.benchmark.labelling.Examined.FLAWED;
import static dev.whetstone.benchmark.labelling.Examined.rating;
import static dev.whetstone.model.remote.ScriptedServer.after;
import static dev.whetstone.model.remote.ScriptedServer.json;
import static dev.whetstone.model.remote.ScriptedServer.refusing;
import static dev.whetstone.model.remote.ScriptedServer.saying;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.benchmark.label.Labelled;
import dev.whetstone.benchmark.label.Labels;
import dev.whetstone.benchmark.review.Crash;
import dev.whetstone.cli.TestDatabase;
import dev.whetstone.model.Derivation;
import dev.whetstone.model.remote.ScriptedServer.Act;
import dev.whetstone.rollout.DatabaseFault;
import dev.whetstone.rollout.KeyReused;
import dev.whetstone.rollout.Sql;
import dev.whetstone.verify.labelling.Entry;
import dev.whetstone.verify.labelling.Ledger;
import dev.whetstone.verify.labelling.Panel;
import dev.whetstone.verify.proof.Analysis;
import dev.whetstone.verify.proof.Score;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Labellings in a PostgreSQL of their own, by models that do what they are told, or worse. */
class LabellingsIT {
  private static final Duration LIMIT = Duration.ofMinutes(1);
  private static final Derivation WRONG =
      new Derivation("What is 2 + 2 + 3?", List.of("2 + 2 = 5.", "So the sum is 5 + 3 = 8."));
  private static final Derivation RIGHT = new Derivation("1 + 1?", List.of("1 + 1 = 2."));
  private static final Clock CLOCK = Clock.systemUTC();

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final List<LabellingWorkers> STARTED = new ArrayList<>();
  private static DataSource source;

  @BeforeAll
  static void open() {
    source = DATABASE.source();
  }

  private static Submission submission(Derivation proof) {
    return new Submission(proof, "a writer", Labelled.Provenance.NO_LICENCE);
  }

  /** Others, so that no answer comes from the cache. */
  private static List<UUID> submitMany(LabellingSettings settings, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new Derivation("Sum number %d?".formatted(i), WRONG.steps()))
        .map(proof -> labellings(settings).submit(submission(proof), Optional.empty()).id())
        .toList();
  }

  private static LabellingSettings fixed(int n, int m, int k, String... more) {
    List<String> all =
        new ArrayList<>(
            List.of("rule", "fixed", "analyses", "" + n, "checks", "" + m, "required", "" + k));
    all.addAll(List.of(more));
    return FixedSettings.of(all.toArray(String[]::new));
  }

  private static Labellings labellings(LabellingSettings settings) {
    return new Labellings(source, settings, CLOCK);
  }

  private static LabellingWorkers workers(LabellingSettings settings, Examined by) {
    LabellingWorkers workers =
        new LabellingWorkers(
            source,
            settings,
            CLOCK,
            new Posteriors(source, settings),
            Optional.of(by.by(settings)));
    STARTED.add(workers);
    workers.start(null);
    return workers;
  }

  @AfterEach
  void stop() {
    STARTED.forEach(workers -> workers.stop(null));
    STARTED.clear();
  }

  private static UUID submit(LabellingSettings settings) {
    return labellings(settings).submit(submission(WRONG), Optional.empty()).id();
  }

  private static ProofLabelling ended(LabellingSettings settings, UUID id) throws Exception {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (true) {
      ProofLabelling now = labellings(settings).find(id).orElseThrow();
      if (now.state() != LabellingState.OPEN) return now;
      assertTrue(System.nanoTime() < deadline, now::toString);
      Thread.sleep(20);
    }
  }

  private static ProofLabelling label(LabellingSettings settings, Examined by) throws Exception {
    UUID id = submit(settings);
    LabellingWorkers workers = workers(settings, by);
    try {
      return ended(settings, id);
    } finally {
      workers.stop(null);
    }
  }

  private static Optional<Labelled> stored(UUID id) throws SQLException {
    return new Labels(source)
        .list("labelled", Optional.of(Labelled.Split.TRAIN)).stream()
            .filter(labelled -> labelled.id().equals(id.toString()))
            .findFirst();
  }

  private static List<String> kinds(ProofLabelling labelling) {
    return labelling.ledger().stream().map(Call::kind).toList();
  }

  private static Act[] acts(Act... acts) {
    return acts;
  }

  @Test
  void aFlawThatTheChecksConfirmIsALabelWithItsFirstWrongStep() throws Exception {
    LabellingSettings settings = fixed(2, 1, 2);
    try (Examined by = new Examined(acts(saying(FLAWED)), saying(rating("1")))) {
      ProofLabelling labelling = label(settings, by);
      assertEquals(LabellingState.LABELLED, labelling.state());
      assertEquals(0.0, labelling.score());
      assertEquals(0, labelling.firstError());
      assertEquals(List.of("analysed", "checked", "analysed", "checked"), kinds(labelling));

      Labelled stored = stored(labelling.id()).orElseThrow();
      assertEquals(OptionalInt.of(0), stored.truth().firstError());
      assertEquals(WRONG, stored.solution());
      assertTrue(labelling.posterior() < 0.1, labelling::toString);
      assertEquals(1 - labelling.posterior(), stored.confidence(), 1e-12);
      assertEquals("a writer", stored.provenance().generator());
      String source = stored.provenance().labelSource();
      assertTrue(source.matches("fixed rule n=2 m=1 k=2, tiny@[0-9a-f]+, tiny@[0-9a-f]+"), source);
    }
  }

  @Test
  void whatEarlierLabelsAreWorthFollowsFromLaterVotes() throws Exception {
    LabellingSettings settings = fixed(4, 0, 1, "set", "refitted");
    Posteriors posteriors = new Posteriors(source, settings);
    try (Examined by = new Examined(acts(saying(FINE)), saying(rating("1")))) {
      ProofLabelling first = label(settings, by);
      posteriors.refit();
      awaited(settings, by, submitMany(settings, 10));
      assertEquals(first.posterior(), posterior(settings, first.id()), "not yet");
      Sql.transaction(
          source,
          c -> {
            assertTrue(PosteriorTable.isFree(c));
            posteriors.refit();
            return c;
          });
      assertEquals(first.posterior(), posterior(settings, first.id()), "another server is at it");
      posteriors.refit();
      double now = posterior(settings, first.id());
      assertTrue(now > first.posterior(), now + " after " + first.posterior());
      Labelled stored = new Labels(source).list("refitted", Optional.empty()).getFirst();
      assertEquals(now, stored.confidence(), 1e-12);
      onRow("UPDATE labelling SET posterior = posterior - 0.0005 WHERE id = ?", first.id());
      posteriors.refit();
      assertEquals(now - 0.0005, posterior(settings, first.id()), 1e-12, "too little to write");
    }
  }

  @Test
  void ratesAreFittedOnceUntilTheirRefit() throws Exception {
    LabellingSettings settings = fixed(5, 0, 1);
    Posteriors posteriors = new Posteriors(source, settings);
    try (Examined by = new Examined(acts(saying(FINE)), saying(rating("1")))) {
      String panel = by.by(settings).panel(new Panel(0, true));
      double first = believed(posteriors, panel);
      awaited(settings, by, submitMany(settings, 5));
      assertEquals(first, believed(posteriors, panel), "kept");
      assertTrue(first < believed(new Posteriors(source, settings), panel));
      posteriors.refit();
      assertTrue(first < believed(posteriors, panel));
    }
  }

  private static double believed(Posteriors posteriors, String panel) {
    Ledger fine = new Ledger(List.of(new Entry.Analysed(new Analysis("", Score.ONE))));
    return Sql.transaction(source, c -> posteriors.of(c, panel, fine.tally(new Panel(0, true))));
  }

  @Test
  void votesOfOtherRulesAreNotOfOnePanel() throws Exception {
    LabellingSettings settings = fixed(1, 1, 1);
    try (Examined by = new Examined(acts(saying(FINE)), saying(rating("1")))) {
      Examiners strict = by.by(settings);
      Examiners lenient =
          new Examiners(strict.verifier(), strict.metaVerifier(), Score.HALF, settings.patience());
      Panel one = new Panel(1, true);
      assertNotEquals(strict.panel(one), strict.panel(new Panel(3, true)));
      assertNotEquals(strict.panel(one), lenient.panel(one));
      assertEquals(strict.panel(one), strict.panel(new Panel(1, false)), "moves no vote");
    }
  }

  private static void awaited(LabellingSettings settings, Examined by, List<UUID> ids)
      throws Exception {
    LabellingWorkers workers = workers(settings, by);
    for (UUID id : ids) ended(settings, id);
    workers.stop(null);
  }

  private static double posterior(LabellingSettings settings, UUID id) {
    return labellings(settings).find(id).orElseThrow().posterior();
  }

  @Test
  void aProofInWhichNothingValidIsFoundIsLabelledOne() throws Exception {
    try (Examined by = new Examined(acts(saying(FINE)), saying(rating("1")))) {
      ProofLabelling labelling = label(fixed(3, 1, 2), by);
      assertEquals(1.0, labelling.score());
      assertNull(labelling.firstError());
      assertFalse(stored(labelling.id()).orElseThrow().truth().hasError());
    }
  }

  @Test
  void whereNoStepIsNamedThereIsAScoreAndNoLabelOfSteps() throws Exception {
    String vague = Examined.evaluation("It misses the point.", "0");
    try (Examined by = new Examined(acts(saying(vague)), saying(rating("1")))) {
      ProofLabelling labelling = label(fixed(1, 1, 1), by);
      assertEquals(0.0, labelling.score());
      assertEquals(Optional.empty(), stored(labelling.id()));
    }
  }

  @Test
  void aServerThatHangsBreaksRamblesAndComesLateCostsVotesAndTimeButNoLabel() throws Exception {
    LabellingSettings settings = fixed(2, 1, 2, "patience", "PT0.3S");
    Act hangs = after(60_000, saying(FINE));
    Act late = after(700, saying(FINE));
    Act[] verifier =
        acts(
            hangs,
            saying("I think it is fine. \\boxed{1}"),
            refusing(500, "out of memory"),
            late,
            json("{\"choices\": [7]}"),
            json("nonsense"),
            saying(FLAWED.replace("2 + 2 = 5", "2 + 2 = \u0000 6")),
            saying(FLAWED),
            saying(FLAWED));
    long start = System.nanoTime();
    try (Examined by =
        new Examined(verifier, refusing(503, "busy"), saying("Yes."), saying(rating("1")))) {
      ProofLabelling labelling = label(fixed(3, 1, 2, "patience", "PT0.3S"), by);
      assertEquals(settings.patience(), Duration.ofMillis(300));
      assertEquals(0.0, labelling.score(), labelling::toString);
      assertEquals(8, kinds(labelling).stream().filter("failed"::equals).count());
      assertEquals(false, labelling.ledger().get(7).confirms(), "the quote is invented");
      assertTrue(Duration.ofNanos(System.nanoTime() - start).compareTo(LIMIT) < 0);
    }
  }

  @Test
  void aProofThatNobodyCanReadIsDiscardedUnjudgedAfterTheRetries() throws Exception {
    LabellingSettings settings = fixed(2, 1, 1, "retries", "3");
    try (Examined by = new Examined(acts(refusing(500, "no")), refusing(500, "no"))) {
      ProofLabelling labelling = label(settings, by);
      assertEquals(LabellingState.DISCARDED, labelling.state());
      assertEquals("unjudged", labelling.reason());
      assertEquals(4, labelling.calls());
      assertEquals(Optional.empty(), stored(labelling.id()));
    }
  }

  @Test
  void aContestedProofIsPutBeforePeopleWithWhatTheVotesSay() throws Exception {
    LabellingSettings settings = fixed(4, 1, 2);
    try (Examined by = new Examined(acts(saying(FLAWED), saying(FINE)), saying(rating("1")))) {
      ProofLabelling labelling = label(settings, by);
      assertEquals(LabellingState.HUMAN, labelling.state());
      assertEquals("contested", labelling.reason());
      Proposed proposed = proposed(labelling.id()).getFirst();
      double correct = labelling.posterior();
      assertEquals(correct, proposed.label());
      assertEquals(2 * correct * (1 - correct), proposed.value(), 1e-12);
      assertEquals(WRONG, proposed.solution());
      assertEquals("DISAGREEMENT", proposed.source());
      assertEquals("TRAIN", proposed.split());
      String panel = by.by(settings).panel(new Panel(1, true));
      assertEquals(Set.of(), found(panel));
      decide(labelling.id(), "score = 0.5");
      assertEquals(Set.of(true), found(panel), "a gap is no wrong step");
      decide(labelling.id(), "score = 0, first_error = 1");
      assertEquals(Set.of(false), found(panel));
    }
  }

  private static void decide(UUID id, String answer) {
    String done = "UPDATE review_item SET state = 'DONE', inclusion = 1, decided_at = now(), ";
    onRow(done + answer + " WHERE key = 'labelling/' || ?", id);
  }

  /** What people said of that panel's proofs. */
  private static Set<Boolean> found(String panel) {
    return Sql.snapshot(source, c -> PosteriorTable.counts(c, panel)).stream()
        .flatMap(count -> count.correct().stream())
        .collect(Collectors.toSet());
  }

  @Test
  void aContestedProofIsPutBeforePeopleOnceWhereverItsServerDies() throws Exception {
    LabellingSettings settings = fixed(2, 1, 2);
    List<Entry> votes =
        List.of(
            new Entry.Analysed(new Analysis("", Score.ZERO)),
            new Entry.Checked(true),
            new Entry.Analysed(new Analysis("", Score.ONE)));
    int acts = 0;
    boolean dead = true;
    try (Examined by = new Examined(acts(saying(FINE)), saying(rating("1")))) {
      while (dead) {
        UUID id = submit(settings);
        keep(id, votes);
        DataSource dying = new Crash(++acts).on(source);
        Claim claim = claim(Duration.ofMillis(1));
        dead = dies(examination(dying, settings, by, claim));
        LabellingWorkers next = workers(settings, by);
        assertEquals(LabellingState.HUMAN, ended(settings, id).state());
        next.stop(null);
        assertEquals(1, proposed(id).size(), "killed at act " + acts);
      }
    }
    assertTrue(acts > 4, "acts: " + acts);
  }

  private static void keep(UUID id, List<Entry> votes) {
    Sql.transaction(
        source,
        c -> {
          for (int i = 0; i < votes.size(); i++)
            EntryTable.insert(c, id, Call.of(i, votes.get(i), "tiny@1", CLOCK.instant()));
          return id;
        });
  }

  private static Examination examination(
      DataSource on, LabellingSettings settings, Examined by, Claim claim) {
    Posteriors posteriors = new Posteriors(on, settings);
    return new Examination(on, settings, CLOCK, posteriors, by.by(settings), claim);
  }

  private static boolean dies(Examination examination) {
    try {
      examination.run();
      return false;
    } catch (DatabaseFault killed) {
      return true;
    }
  }

  /** What stands in the review queue of a labelling. */
  private record Proposed(
      String source, String split, double label, double value, Derivation solution) {}

  private static List<Proposed> proposed(UUID id) {
    return Sql.snapshot(
        source,
        c ->
            Sql.list(
                c,
                "SELECT * FROM review_item WHERE key = ?",
                row ->
                    new Proposed(
                        row.getString("source"),
                        row.getString("split"),
                        row.getDouble("label"),
                        row.getDouble("value"),
                        new Derivation(
                            row.getString("problem"),
                            List.of((String[]) row.getArray("steps").getArray()))),
                "labelling/" + id));
  }

  @Test
  void severalServersShareTheWorkAndNoneIsDoneTwice() throws Exception {
    LabellingSettings settings = fixed(4, 1, 2, "workers", "3");
    List<UUID> ids = submitMany(settings, 20);
    try (Examined by =
        new Examined(acts(after(5, saying(FLAWED))), after(5, saying(rating("1"))))) {
      List<LabellingWorkers> servers =
          IntStream.range(0, 3).mapToObj(i -> workers(settings, by)).toList();
      int calls = 0;
      for (UUID id : ids) calls += ended(settings, id).ledger().size();
      for (LabellingWorkers server : servers) server.stop(null);
      assertEquals(20 * 8, calls);
      assertEquals(calls, by.asked(), "each call was made once");
    }
  }

  @Test
  void whereverItIsStoppedItGoesOnFromItsLedger() throws Exception {
    LabellingSettings settings = fixed(6, 1, 2, "workers", "4", "lease", "PT0.5S");
    SplittableRandom random = new SplittableRandom(5);
    List<UUID> ids = submitMany(settings, 8);
    try (Examined by =
        new Examined(acts(after(10, saying(FLAWED))), after(10, saying(rating("1"))))) {
      for (int stop = 0; stop < 6; stop++) {
        int until = by.asked() + random.nextInt(1, 12);
        LabellingWorkers server = workers(settings, by);
        while (by.asked() < until) Thread.sleep(1);
        server.stop(null);
      }
      LabellingWorkers last = workers(settings, by);
      for (UUID id : ids) isWhole(ended(settings, id), 12);
      last.stop(null);
    }
  }

  @Test
  void aProofWithARuleOfANewerProgramRestsAndStopsNoOther() throws Exception {
    LabellingSettings settings = fixed(1, 1, 1, "workers", "1");
    UUID strange = submit(settings);
    onRow("UPDATE labelling SET rule = '{\"kind\":\"oracle\"}' WHERE id = ?", strange);
    UUID id = submit(settings);
    try (Examined by = new Examined(acts(saying(FINE)), saying(rating("1")))) {
      awaited(settings, by, List.of(id));
      Labellings labellings = labellings(settings);
      assertEquals(LabellingState.OPEN, labellings.find(strange).orElseThrow().state());
      List<UUID> open =
          labellings.page(Optional.of(LabellingState.OPEN), 0, 100).stream()
              .map(ProofLabelling::id)
              .toList();
      assertEquals(List.of(strange), open);
      assertNull(claim(Duration.ofSeconds(1)), "it rests");
    } finally {
      onRow("DELETE FROM labelling WHERE id = ?", strange);
    }
  }

  private static void onRow(String sql, UUID id) {
    Sql.transaction(source, c -> Sql.update(c, sql, id));
  }

  private static void isWhole(ProofLabelling labelling, int calls) {
    assertEquals(0.0, labelling.score(), labelling::toString);
    assertEquals(
        IntStream.range(0, calls).boxed().toList(),
        labelling.ledger().stream().map(Call::position).toList());
  }

  @Test
  void whoHasLostAProofWritesNothingMoreToIt() throws Exception {
    LabellingSettings settings = fixed(1, 1, 1);
    UUID id = submit(settings);
    Claim dead = claim(Duration.ofSeconds(1));
    assertEquals(id, dead.id());
    assertNull(claim(Duration.ofSeconds(1)));
    try (Examined by = new Examined(acts(saying(FINE)), saying(rating("1")))) {
      LabellingWorkers server = workers(settings, by);
      assertEquals(1.0, ended(settings, id).score());
      server.stop(null);
      Examination late = examination(source, settings, by, dead);
      assertThrows(Examination.Interrupted.class, late::run);
    }
    assertEquals(1, labellings(settings).find(id).orElseThrow().calls());
  }

  private static Claim claim(Duration lease) {
    return Sql.transaction(
        source, c -> LabellingTable.claim(c, UUID.randomUUID(), lease).orElse(null));
  }

  @Test
  void aProofInHandIsNotTakenAsLongAsThereAreSignsOfLife() throws Exception {
    LabellingSettings settings = fixed(1, 1, 1, "lease", "PT1S", "patience", "PT10S");
    UUID id = submit(settings);
    try (Examined by = new Examined(acts(after(1_800, saying(FINE))), saying(rating("1")))) {
      LabellingWorkers one = workers(settings, by);
      LabellingWorkers other = workers(settings, by);
      assertEquals(1.0, ended(settings, id).score());
      one.stop(null);
      other.stop(null);
      assertEquals(1, by.asked());
    }
  }

  @Test
  void aLabellingWhoseLastVoteIsKeptEndsWithoutAnotherCall() throws Exception {
    LabellingSettings settings = fixed(1, 1, 1, "lease", "PT0.1S");
    UUID id = submit(settings);
    Claim dead = claim(Duration.ofMillis(100));
    keep(dead.id(), List.of(new Entry.Analysed(new Analysis("", Score.ONE))));
    try (Examined by = new Examined(acts(saying(FLAWED)), saying(rating("1")))) {
      LabellingWorkers server = workers(settings, by);
      assertEquals(1.0, ended(settings, id).score());
      server.stop(null);
      assertEquals(0, by.asked());
    }
  }

  @Test
  void aKeyThatComesAgainIsTheSameLabellingAndForAnotherProofRefused() throws Exception {
    Labellings labellings = labellings(fixed(1, 1, 1, "retries", "0"));
    UUID first = labellings.submit(submission(WRONG), Optional.of("k")).id();
    assertEquals(first, labellings.submit(submission(WRONG), Optional.of("k")).id());
    assertThrows(KeyReused.class, () -> labellings.submit(submission(RIGHT), Optional.of("k")));
    try (Examined by = new Examined(acts(saying(FINE)), saying(rating("1")))) {
      LabellingWorkers server = workers(fixed(1, 1, 1), by);
      ended(fixed(1, 1, 1), first);
      server.stop(null);
    }
    assertEquals(
        first, labellings.page(Optional.of(LabellingState.LABELLED), 0, 1).getFirst().id());
    assertEquals(List.of(), labellings.page(Optional.of(LabellingState.OPEN), 0, 100));
    assertEquals(first, labellings.page(Optional.empty(), 0, 1).getFirst().id());
  }
}
