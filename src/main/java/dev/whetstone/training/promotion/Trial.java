package dev.whetstone.training.promotion;

import dev.whetstone.benchmark.Judge;
import dev.whetstone.benchmark.Judged;
import dev.whetstone.benchmark.Measurement;
import dev.whetstone.benchmark.TrainedOn;
import dev.whetstone.benchmark.label.Generated;
import dev.whetstone.benchmark.label.Labelled;
import dev.whetstone.benchmark.metric.Bootstrap;
import dev.whetstone.benchmark.report.Report;
import dev.whetstone.benchmark.report.VerifierBenchmark;
import dev.whetstone.model.host.Placement;
import dev.whetstone.model.host.Refused;
import dev.whetstone.task.Hash;
import dev.whetstone.training.promotion.Archive.Archived;
import dev.whetstone.training.promotion.Archive.Origin;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * One verifier's candidate is measured against the version that serves, and decided. Broken off
 * anywhere, it is done again: all that it found stands in one transaction.
 */
public final class Trial {
  private final DataSource database;
  private final String verifier;
  private final PromotionSettings settings;
  private final Bench bench;
  private final InstantSource clock;
  private final IntConsumer done;
  private final History history;
  private final Candidacy candidacy;
  private final Archive archive;
  private final Gate gate;

  /**
   * @param done told how many more solutions are judged; may break the trial off by throwing
   */
  Trial(
      DataSource database,
      String verifier,
      PromotionSettings settings,
      Bench bench,
      InstantSource clock,
      IntConsumer done) {
    this.database = database;
    this.verifier = verifier;
    this.settings = settings;
    this.bench = bench;
    this.clock = clock;
    this.done = done;
    this.history = new History(database, clock);
    this.candidacy = new Candidacy(database, clock);
    this.archive = new Archive(database);
    this.gate = new Gate(settings.gate());
  }

  /**
   * Of the versions in a folder of models.
   *
   * @param done told how many more solutions are judged
   */
  public static Trial of(
      DataSource database,
      String verifier,
      PromotionSettings settings,
      Path models,
      Placement placement,
      IntConsumer done) {
    Bench bench = new HostedBench(models.resolve(verifier), placement, settings.batchTokens());
    return new Trial(database, verifier, settings, bench, Clock.systemUTC(), done);
  }

  /** What the incumbent said, and the archive as it was then. */
  private record Said(Remembered judge, List<Archived> archived) {}

  /** The oldest candidate, where it can be measured now; else its history says why it waits. */
  public Optional<String> due() throws SQLException {
    Optional<String> candidate = history.candidate(verifier);
    if (candidate.isEmpty()) return Optional.empty();
    Optional<String> wanting = wanting(new Grounds(database, settings).human());
    wanting.ifPresent(reason -> candidacy.defer(verifier, candidate.get(), reason));
    return wanting.isPresent() ? Optional.empty() : candidate;
  }

  /**
   * Decides the candidate that is due, if there is one.
   *
   * @return the version that was decided
   * @throws Refused if the version that serves cannot be loaded to compare with; the candidate's
   *     history says so
   * @throws dev.whetstone.model.ModelFault if the engine fails
   */
  public Optional<String> next() throws Refused, SQLException {
    Optional<String> candidate = due();
    Optional<String> serving = history.serving(verifier);
    if (candidate.isEmpty() || serving.isEmpty()) return Optional.empty();
    measure(candidate.get(), serving.get(), new Grounds(database, settings).human());
    return candidate;
  }

  /** What people must label before anything can be promoted: no candidate is to blame. */
  private Optional<String> wanting(List<Labelled> human) {
    long problems = human.stream().map(Judged::problem).distinct().count();
    return problems >= settings.gate().minHumanProblems()
        ? Optional.empty()
        : Optional.of(gate.tooFew((int) problems));
  }

  private void measure(String candidate, String incumbent, List<Labelled> human)
      throws Refused, SQLException {
    Said before = incumbent(candidate, incumbent, human);
    List<Labelled> items = before.judge().judged().stream().map(Judged::item).toList();
    try {
      Remembered judge = bench.with(candidate, j -> Remembered.of(j, Judged.by(j, items, done)));
      decide(candidate, incumbent, judge, before);
    } catch (Refused e) {
      candidacy.keep(verifier, candidate, "no server would load it: " + e.reason());
    }
  }

  /** No candidate is to blame for one that serves and cannot be loaded. */
  private Said incumbent(String candidate, String incumbent, List<Labelled> human) throws Refused {
    try {
      return bench.with(incumbent, judge -> judged(judge, incumbent, candidate, human));
    } catch (Refused e) {
      candidacy.defer(
          verifier,
          candidate,
          "%s@%s, which serves, cannot be loaded to compare with: %s"
              .formatted(verifier, incumbent, e.reason()));
      throw e;
    }
  }

  /**
   * First on solutions sought to fool it, which are archived with the runs' candidates that did;
   * then on the three grounds.
   */
  private Said judged(Judge judge, String incumbent, String candidate, List<Labelled> human) {
    List<Labelled> sought = Grounds.families(settings.huntedExamples(), seed("sought", candidate));
    List<Judged> fooled = Judged.by(judge, sought, done).stream().filter(gate::isFooled).toList();
    archive.add(verifier, incumbent, Origin.FAMILY, fooled, clock.instant());
    List<Judged> outcomes =
        new FooledOutcomes(database)
            .latest(judge.name(), settings.gate().confidence(), settings.maxArchived());
    archive.add(verifier, incumbent, Origin.OUTCOME, outcomes, clock.instant());
    List<Archived> archived = archive.toMeasureOn(verifier, settings.maxArchived());
    List<Labelled> items = new ArrayList<>(human);
    archived.forEach(one -> items.add(one.solution()));
    items.addAll(Grounds.families(settings.familyExamples(), seed("measured", candidate)));
    return new Said(Remembered.of(judge, Judged.by(judge, items, done)), archived);
  }

  /** The same after a kill; other solutions for another candidate. */
  private long seed(String use, String candidate) {
    return Hash.of(use, verifier, candidate).asLong();
  }

  private void decide(String candidate, String incumbent, Remembered judge, Said before)
      throws SQLException {
    TrainedOn[] cards = {judge.trainedOn(), before.judge().trainedOn()};
    Set<String> learnt = new Grounds(database, settings).learnt(cards);
    Predicate<Labelled> isHuman = item -> isHuman(item) && Grounds.isUnseen(item, learnt, cards);
    Paired all = new Paired(judge.judged(), before.judge().judged());
    Set<String> foolers =
        before.archived().stream()
            .filter(one -> one.version().equals(incumbent))
            .map(one -> one.solution().id())
            .collect(Collectors.toSet());
    Evidence evidence =
        new Evidence(
            all.where(isHuman),
            all.where(Trial::isArchived),
            foolers,
            all.where(Trial::isGenerated));
    Decision decision = gate.decide(incumbent, evidence);
    List<Report> reports = new ArrayList<>();
    for (Paired ground : List.of(evidence.human(), evidence.archive(), evidence.families()))
      if (!ground.candidate().isEmpty()) reports.add(report(judge, before.judge(), ground));
    history.decide(verifier, candidate, decision, reports);
  }

  private Report report(Remembered judge, Remembered incumbent, Paired ground) {
    List<Labelled> items = ground.candidate().stream().map(Judged::item).toList();
    Measurement measurement = new Measurement(new Bootstrap(settings.gate().draws(), 1));
    return new VerifierBenchmark(
            judge.with(ground.candidate()),
            Optional.of(incumbent.with(ground.incumbent())),
            List.of(),
            measurement)
        .run(UUID.randomUUID(), clock.instant(), items, judged -> {});
  }

  private static boolean isArchived(Labelled item) {
    return item.set().startsWith(Archive.SETS);
  }

  private static boolean isGenerated(Labelled item) {
    return item.set().startsWith(Generated.SETS);
  }

  private static boolean isHuman(Labelled item) {
    return !isArchived(item) && !isGenerated(item);
  }
}
