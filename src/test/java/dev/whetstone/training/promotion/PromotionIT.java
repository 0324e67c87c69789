package dev.whetstone.training.promotion;

import static dev.whetstone.training.promotion.State.CANDIDATE;
import static dev.whetstone.training.promotion.State.KEPT;
import static dev.whetstone.training.promotion.State.REPLACED;
import static dev.whetstone.training.promotion.State.ROLLED_BACK;
import static dev.whetstone.training.promotion.State.SERVING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.benchmark.Items;
import dev.whetstone.benchmark.Judge;
import dev.whetstone.benchmark.Judged;
import dev.whetstone.benchmark.TrainedOn;
import dev.whetstone.benchmark.label.Labelled;
import dev.whetstone.benchmark.label.Labels;
import dev.whetstone.benchmark.label.StepLabel;
import dev.whetstone.benchmark.label.Truth;
import dev.whetstone.benchmark.report.Reports;
import dev.whetstone.cli.TestDatabase;
import dev.whetstone.model.Derivation;
import dev.whetstone.model.host.Refused;
import dev.whetstone.rollout.Leader;
import dev.whetstone.rollout.Sql;
import dev.whetstone.training.promotion.Archive.Archived;
import dev.whetstone.training.promotion.Archive.Origin;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Promotion in a PostgreSQL of its own; versions are judges of known worth. */
class PromotionIT {
  private static final FixedSettings SETTINGS =
      new FixedSettings(
          new FixedGate(0.03, 0.03, 0.1, 100, 30, 100, 0.8, 50),
          new FixedAlarm(true, 100, 20, 0.05, 4));

  private static final Map<String, Double> WORTH = Map.of("1", 0.7, "2", 0.97, "3", 0.4);

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static DataSource database;

  private final InstantSource clock = new Ticking();
  private History history;

  /** Every look is a second later. */
  private static final class Ticking implements InstantSource {
    private final AtomicInteger seconds = new AtomicInteger();

    @Override
    public Instant instant() {
      return Instant.parse("2026-01-02T12:00:00Z").plusSeconds(seconds.getAndIncrement());
    }
  }

  /** Versions of a verifier by their worth; 9 is one that no server loads. */
  private record Worthy(String verifier) implements Bench {
    @Override
    public <T> T with(String version, Function<Judge, T> work) throws Refused {
      if (version.equals("9")) throw new Refused(Path.of("9"), "card.json", "it is torn");
      return work.apply(KnowingJudge.of(verifier + "@" + version, WORTH.get(version)));
    }
  }

  @BeforeAll
  static void open() {
    database = DATABASE.source();
  }

  private History history() {
    if (history == null) history = new History(database, clock);
    return history;
  }

  private Trial trial(String verifier, IntConsumer done) {
    return new Trial(database, verifier, SETTINGS, new Worthy(verifier), clock, done);
  }

  private static void label(String set, int problems) {
    Sql.transaction(
        database,
        connection -> {
          for (int i = 0; i < problems; i++)
            Labels.add(connection, Items.solution(set, "problem " + i, 4, i % 2 == 0 ? i % 4 : -1));
          return problems;
        });
  }

  private static void withoutLabels() throws SQLException {
    new Labels(database).remove("people");
  }

  private Map<String, State> states(String verifier) {
    return history().versions(verifier).stream()
        .collect(Collectors.toMap(Version::version, Version::state));
  }

  private Event last(String verifier, String version) {
    return history().versions(verifier).stream()
        .filter(one -> one.version().equals(version))
        .findFirst()
        .orElseThrow()
        .events()
        .getLast();
  }

  @Test
  void theNewestOfTheFirstKnownServesAndWhatComesLaterIsACandidate() {
    assertEquals(List.of(), history().precedence("seed"));
    history().enrol("seed", List.of("1", "2"));
    history().enrol("seed", List.of("1", "2"));
    assertEquals(Map.of("1", KEPT, "2", SERVING), states("seed"));
    history().enrol("seed", List.of("1", "2", "3"));
    assertEquals(Map.of("1", KEPT, "2", SERVING, "3", CANDIDATE), states("seed"));
    assertEquals(List.of("2"), history().precedence("seed"));
    assertEquals(Optional.of("3"), history().candidate("seed"));
    assertEquals(1, history().versions("seed").getFirst().events().size());
  }

  @Test
  void aBetterCandidateServesWithItsEvidenceAndTheOneBeforeIsReplaced() throws Exception {
    label("people", 300);
    history().enrol("better", List.of("1"));
    history().enrol("better", List.of("1", "2"));
    assertEquals(Optional.of("2"), trial("better", n -> {}).next());

    assertEquals(Map.of("1", REPLACED, "2", SERVING), states("better"));
    assertEquals(List.of("2", "1"), history().precedence("better"));
    Event event = last("better", "2");
    Decision decision = event.decision().orElseThrow();
    assertTrue(decision.promoted());
    assertEquals("1", decision.incumbent());
    assertEquals(300, decision.criteria().getFirst().items());
    assertTrue(decision.criteria().get(1).items() > 30, decision::toString);
    assertEquals(3, event.reports().size());
    for (UUID report : event.reports())
      assertEquals("better@2", new Reports(database).find(report).orElseThrow().model());
    assertEquals(Optional.empty(), trial("better", n -> {}).next(), "nothing is left to decide");
  }

  @Test
  void aWorseCandidateIsKeptWithItsEvidence() throws Exception {
    label("people", 300);
    history().enrol("worse", List.of("1"));
    history().enrol("worse", List.of("3"));
    assertEquals(Optional.of("3"), trial("worse", n -> {}).next());
    assertEquals(Map.of("1", SERVING, "3", KEPT), states("worse"));
    assertFalse(last("worse", "3").decision().orElseThrow().promoted());
    assertTrue(last("worse", "3").reason().contains("on human labels"));
  }

  @Test
  void aCandidateThatNoServerWouldLoadIsKeptWithTheReason() throws Exception {
    label("people", 300);
    history().enrol("torn", List.of("1"));
    history().enrol("torn", List.of("9"));
    trial("torn", n -> {}).next();
    assertEquals("no server would load it: it is torn", last("torn", "9").reason());
    assertEquals(Map.of("1", SERVING, "9", KEPT), states("torn"));
  }

  @Test
  void aVersionThatServesAndCannotBeLoadedIsNoCandidatesFault() throws Exception {
    label("people", 300);
    history().enrol("lost", List.of("9"));
    history().enrol("lost", List.of("2"));
    for (int i = 0; i < 2; i++) assertThrows(Refused.class, () -> trial("lost", n -> {}).next());
    assertEquals(CANDIDATE, states("lost").get("2"));
    assertEquals(
        "lost@9, which serves, cannot be loaded to compare with: it is torn",
        last("lost", "2").reason());
    assertEquals(2, history().versions("lost").getLast().events().size(), "said once");
  }

  @Test
  void aCandidateWhoseTrialCrashesAgainAndAgainIsKeptWithTheReason() {
    history().enrol("crash", List.of("1"));
    history().enrol("crash", List.of("1", "2", "3"));
    Candidacy candidacy = new Candidacy(database, clock);
    for (int i = 0; i < 3; i++) candidacy.stumbled("crash", 3, "its process ended with 134: boom");
    assertEquals(Map.of("1", SERVING, "2", CANDIDATE, "3", CANDIDATE), states("crash"));
    assertEquals(Optional.of("2"), history().candidate("crash"), "the oldest all the same");
    candidacy.stumbled("crash", 3, "its process ended with 134: boom");
    assertEquals(Map.of("1", SERVING, "2", KEPT, "3", CANDIDATE), states("crash"));
    assertEquals(
        "not measured in 4 trials; its process ended with 134: boom", last("crash", "2").reason());
    assertEquals(5, history().versions("crash").get(1).events().size());
    assertEquals(Optional.of("3"), history().candidate("crash"));
  }

  @Test
  void aRollbackGoesToTheLatestWhoeversClockIsWrong() {
    history().enrol("clocks", List.of("1"));
    history().enrol("clocks", List.of("2", "3"));
    InstantSource fast = () -> Instant.parse("2027-01-01T00:00:00Z");
    promote("clocks", "2", fast);
    promote("clocks", "3", clock);
    assertEquals(List.of("3", "2", "1"), history().precedence("clocks"));
    assertEquals(
        new History.Rollback("clocks", "3", "2"),
        history().rollBack("clocks", Optional.of("3"), "a person", "it errs"));
  }

  @Test
  void whatAVersionMayHaveLearntIsNoGroundOfIt() throws Exception {
    Labelled learnt = reviewed("Problem  1", Labelled.Split.TRAIN);
    Labelled kept = reviewed("problem 3", Labelled.Split.TEST);
    for (Labelled one : List.of(learnt, kept))
      Sql.transaction(database, connection -> Labels.add(connection, one));
    TrainedOn card = new TrainedOn(List.of("seen"));
    Set<String> problems = new Grounds(database, SETTINGS).learnt(card, TrainedOn.UNSAID);
    assertEquals(Set.of("problem 1"), problems);
    assertFalse(Grounds.isUnseen(Items.solution("s", "problem 1", 4, 1), problems, card));
    assertFalse(Grounds.isUnseen(Items.solution("seen", "problem 2", 4, 1), problems, card));
    assertTrue(Grounds.isUnseen(Items.solution("s", "problem 2", 4, 1), problems, card));
    assertTrue(Grounds.isUnseen(kept, problems, card), "of its own queue it has learnt one half");
    assertFalse(Grounds.isUnseen(learnt, problems, card));
    List<String> sets = new Grounds(database, SETTINGS).humanSets();
    assertFalse(sets.contains("seen"), "drawn by doubt, it counts where it is named");
  }

  private static Labelled reviewed(String problem, Labelled.Split split) {
    return new Labelled(
        "seen",
        problem,
        split,
        new Derivation(problem, List.of("a step")),
        Truth.ofLastStep(1, StepLabel.RIGHT),
        Optional.empty(),
        new Labelled.Provenance("a run", "review by ann", "MIT"));
  }

  @Test
  void brokenOffOnItsWayItIsDoneAgainAndNothingIsThereTwice() throws Exception {
    label("people", 300);
    history().enrol("killed", List.of("1"));
    history().enrol("killed", List.of("2"));
    for (int end : List.of(5, 400, 900)) {
      AtomicInteger judged = new AtomicInteger();
      IntConsumer kill =
          n -> {
            if (judged.addAndGet(n) > end) throw new IllegalStateException("killed");
          };
      assertThrows(IllegalStateException.class, () -> trial("killed", kill).next());
      assertEquals(CANDIDATE, states("killed").get("2"));
    }
    int archived = archived("killed").size();
    trial("killed", n -> {}).next();
    assertEquals(SERVING, states("killed").get("2"));
    assertEquals(archived, archived("killed").size());
    assertEquals(3, new Reports(database).list(Optional.of("killed"), 50).size());
  }

  @Test
  void whoeverDecidesSecondChangesNothing() throws Exception {
    label("people", 300);
    history().enrol("twice", List.of("1"));
    history().enrol("twice", List.of("2"));
    Decision kept = new Decision("1", false, List.of());
    assertTrue(history().decide("twice", "2", kept, List.of()));
    assertFalse(history().decide("twice", "2", kept, List.of()));
    history().enrol("twice", List.of("3"));
    assertFalse(
        history().decide("twice", "3", new Decision("2", false, List.of()), List.of()),
        "measured against one that does not serve");
    assertEquals(CANDIDATE, states("twice").get("3"));
  }

  @Test
  void withoutHumanLabelsACandidateWaitsAndSaysSoOnce() throws Exception {
    withoutLabels();
    history().enrol("waits", List.of("1"));
    history().enrol("waits", List.of("2"));
    for (int i = 0; i < 3; i++) assertEquals(Optional.empty(), trial("waits", n -> {}).next());
    assertEquals(CANDIDATE, states("waits").get("2"));
    assertTrue(last("waits", "2").reason().contains("./whetstone labels import"));
    assertEquals(2, history().versions("waits").getLast().events().size());
    label("people", 300);
    assertEquals(Optional.of("2"), trial("waits", n -> {}).next());
    assertEquals(SERVING, states("waits").get("2"));
  }

  @Test
  void aRollbackLetsTheOneBeforeServeAgainAndIsRepeatedWithoutHarm() {
    history().enrol("back", List.of("1"));
    history().enrol("back", List.of("2"));
    assertThrows(
        NotRolledBack.class,
        () -> history().rollBack("back", Optional.empty(), "a person", "first of all"));
    promote("back", "2");
    assertEquals(
        new History.Rollback("back", "2", "1"),
        history().rollBack("back", Optional.of("2"), "a person", "it errs"));
    assertEquals(
        new History.Rollback("back", "2", "1"),
        history().rollBack("back", Optional.of("2"), "a person", "it errs"));
    assertEquals(Map.of("1", SERVING, "2", ROLLED_BACK), states("back"));
    assertEquals(List.of("1"), history().precedence("back"));
    assertEquals("it errs", last("back", "2").reason());
    assertThrows(
        UnknownVerifier.class,
        () -> history().rollBack("nobody", Optional.empty(), "a person", "why"));
  }

  private void promote(String verifier, String version) {
    promote(verifier, version, clock);
  }

  /** Past the gate. */
  private void promote(String verifier, String version, InstantSource clock) {
    Sql.transaction(
        database,
        connection -> {
          String serving = history().serving(verifier).orElseThrow();
          VersionTable.set(
              connection, verifier, serving, Event.of(REPLACED, clock.instant(), "gate", "test"));
          VersionTable.set(
              connection, verifier, version, Event.of(SERVING, clock.instant(), "gate", "test"));
          return version;
        });
  }

  @Test
  void oneReplicaLeadsUntilItLetsGo() {
    Leader first = Leader.of(database, "led").orElseThrow();
    assertTrue(Leader.of(database, "led").isEmpty());
    Leader.of(database, "another").orElseThrow().close();
    first.close();
    Leader.of(database, "led").orElseThrow().close();
  }

  private static List<Archived> archived(String verifier) {
    return new Archive(database).list(verifier, Optional.empty(), Long.MAX_VALUE, 10_000);
  }

  @Test
  void whatFooledAVersionIsKeptOnceWithWhereItComesFrom() {
    Judge fooled = KnowingJudge.of("fooled@1", 0);
    List<Labelled> items =
        IntStream.range(0, 40).mapToObj(i -> Items.solution("s", "p" + i, 3, i % 3)).toList();
    List<Judged> judged = Judged.by(fooled, items, n -> {});
    Archive archive = new Archive(database);
    Instant now = clock.instant();
    assertEquals(40, archive.add("fooled", "1", Origin.PROPOSAL, judged, now));
    assertEquals(0, archive.add("fooled", "2", Origin.FAMILY, judged, now));
    List<Archived> kept = archived("fooled");
    assertEquals(40, kept.size());
    assertEquals("p39", kept.getFirst().solution().solution().problem());
    assertEquals("1", kept.getFirst().version());
    assertEquals(0.95, kept.getFirst().confidence());
    assertEquals(List.of(), archive.list("fooled", Optional.of(Origin.FAMILY), Long.MAX_VALUE, 10));
    int half = archive.toMeasureOn("fooled", 100).size();
    assertTrue(half > 8 && half < 32, () -> half + " of 40");
    Labelled labelled = Items.solution("human", "q", 3, 1);
    archive.add(
        "fooled", "1", Origin.HUMAN_LABEL, Judged.by(fooled, List.of(labelled), n -> {}), now);
    assertEquals(Labelled.Split.TEST, archived("fooled").getFirst().solution().split());
  }

  @Test
  void whatIsKnownFromOneSourceIsNoNewsAndNoFaultFromAnother() {
    Judge fooled = KnowingJudge.of("known@1", 0);
    Labelled proposed = Items.solution("proposed", "r", 3, 1);
    Labelled outcome =
        new Labelled(
            "outcomes",
            "o",
            Labelled.Split.TRAIN,
            proposed.solution(),
            proposed.truth(),
            Optional.of(false),
            new Labelled.Provenance("a run", "exact check", "none"));
    Archive archive = new Archive(database);
    for (Origin origin : List.of(Origin.PROPOSAL, Origin.OUTCOME, Origin.HUMAN_LABEL)) {
      Labelled item = origin == Origin.PROPOSAL ? proposed : outcome;
      List<Judged> judged = Judged.by(fooled, List.of(item), n -> {});
      int expected = origin == Origin.PROPOSAL ? 1 : 0;
      assertEquals(expected, archive.add("known", "1", origin, judged, clock.instant()));
    }
    Labelled kept = archived("known").getFirst().solution();
    assertEquals(proposed.provenance(), kept.provenance(), "whoever came first");
  }

  @Test
  void aVersionThatTheExactCheckContradictsMoreThanTheOneBeforeRaisesTheAlarm() throws Exception {
    history().enrol("alarmed", List.of("1"));
    history().enrol("alarmed", List.of("2"));
    promote("alarmed", "2");
    Verdicts verdicts = new Verdicts(database);
    outcomes("alarmed@1", 100, 10);
    outcomes("alarmed@2", 19, 19);
    assertEquals(Optional.empty(), verdicts.alarm(history(), "alarmed", SETTINGS.alarm()));
    outcomes("alarmed@2", 81, 41);
    assertEquals(
        Map.of("f 1  WRONG", new Alarm.Tally(100, 60)), verdicts.latest("alarmed", "2", 100));
    assertEquals(
        Map.of("f 1  WRONG", new Alarm.Tally(50, 41)), verdicts.latest("alarmed", "2", 50));
    String reason = verdicts.alarm(history(), "alarmed", SETTINGS.alarm()).orElseThrow();
    history().rollBack("alarmed", Optional.of("2"), "alarm", reason);
    assertEquals(Map.of("1", SERVING, "2", ROLLED_BACK), states("alarmed"));
    assertEquals(Optional.empty(), verdicts.alarm(history(), "alarmed", SETTINGS.alarm()));
  }

  @Test
  void faultsThatLastRollOneVersionBackAtMostAndCountForWhomeverTheyMet() throws Exception {
    Instant start = Instant.parse("2025-01-01T00:00:00Z");
    History record = new History(database, () -> start.plusSeconds(300));
    record.enrol("stormy", List.of("1"));
    record.enrol("stormy", List.of("1", "2", "3"));
    promote("stormy", "2", () -> start);
    promote("stormy", "3", () -> start.plusSeconds(100));
    outcomes("stormy@2", 10, 0);
    faults(start.plusSeconds(50), 40);
    faults(start.plusSeconds(150), 40);
    Verdicts verdicts = new Verdicts(database);
    assertEquals(
        Map.of("f 1  WRONG", new Alarm.Tally(50, 40)), verdicts.latest("stormy", "2", 100));
    assertEquals(Optional.empty(), verdicts.alarm(record, "stormy", SETTINGS.alarm()), "as before");

    outcomes("stormy@1", 100, 0);
    outcomes("stormy@2", 190, 0);
    faults(start.plusSeconds(200), 60);
    String reason = verdicts.alarm(record, "stormy", SETTINGS.alarm()).orElseThrow();
    record.rollBack("stormy", Optional.of("3"), "alarm", reason);
    faults(start.plusSeconds(400), 100);
    assertEquals(Optional.empty(), verdicts.alarm(record, "stormy", SETTINGS.alarm()));
    assertEquals(Optional.of("2"), record.serving("stormy"));
  }

  /** While the steps were read, we failed. */
  private static void faults(Instant at, int count) throws SQLException {
    outcomes("failed", count, 0);
    try (Connection connection = database.getConnection()) {
      Sql.update(
          connection,
          """
          UPDATE outcome SET steps = '{"unread": "fault"}', step_verifier = NULL, received_at = ?
          WHERE step_verifier = 'failed'
          """,
          Timestamp.from(at));
    }
  }

  /** Verdicts on wrong answers: the bad ones see no error, and come last. */
  private static void outcomes(String verifier, int count, int bad) throws SQLException {
    UUID run = UUID.randomUUID();
    UUID offer = UUID.randomUUID();
    try (Connection connection = database.getConnection()) {
      Sql.update(
          connection,
          """
          INSERT INTO run (id, name, curriculum, curriculum_source, curriculum_hash, group_size, split,
            salt, created_at) VALUES (?, 'r', 'c', '', '', 1, 'TRAIN', 's', now())
          """,
          run);
      Sql.update(
          connection,
          """
          INSERT INTO offer (id, run_id, task_index, family, family_version, levels, probability,
            chosen_after, places, created_at)
          VALUES (?, ?, 0, 'f', '1', '', 1, 0, 1000, now())
          """,
          offer,
          run);
      Sql.update(
          connection,
          """
          INSERT INTO outcome (run_id, offer_id, place, family, family_version, levels, split, salt,
            task_index, probability, candidate_hash, grade, reward, components, error_probability,
            verifier, formula, received_at, verify_micros, steps, step_verifier)
          SELECT ?, ?, n, 'f', '1', '', 'TRAIN', 's', 0, 1, '', 'WRONG', 0, '{}', 0, 'exact@1', 'f',
            now(), 1,
            jsonb_build_object('verifier', ?::text, 'right', '[0.5]'::jsonb, 'whole', 0.5, 'score', 0,
              'first_error', CASE WHEN n > ? THEN NULL ELSE 0 END), ?
          FROM generate_series(1, ?) AS n
          """,
          run,
          offer,
          verifier,
          count - bad,
          verifier,
          count);
    }
  }
}
