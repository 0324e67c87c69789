package dev.whetstone.training.promotion;

import static dev.whetstone.training.promotion.State.CANDIDATE;
import static dev.whetstone.training.promotion.State.KEPT;
import static dev.whetstone.training.promotion.State.REPLACED;
import static dev.whetstone.training.promotion.State.ROLLED_BACK;
import static dev.whetstone.training.promotion.State.SERVING;

import dev.whetstone.benchmark.report.Report;
import dev.whetstone.benchmark.report.Reports;
import dev.whetstone.rollout.Sql;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Which version of a verifier serves, which did, and why. Every change is one transaction that sees
 * the record as it is, so that nothing is decided twice, whoever decides.
 */
public final class History {
  private static final String GATE = "gate";
  private static final String RECORD = "record";

  private final DataSource database;
  private final InstantSource clock;
  private final Changes changes;

  public History(DataSource database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
    this.changes = new Changes(database, clock);
  }

  /**
   * What a rollback changed.
   *
   * @param rolledBack the version that served until now
   * @param serving the one that serves again
   */
  public record Rollback(String verifier, String rolledBack, String serving) {}

  /**
   * Takes note of the versions there are. Where none was known, the newest is the seed and serves;
   * any other is a candidate from now on.
   *
   * @param versions the newest last
   */
  public void enrol(String verifier, List<String> versions) {
    if (versions.isEmpty()) return;
    change(
        verifier,
        (connection, states) -> {
          for (String version : versions)
            if (!states.containsKey(version))
              VersionTable.set(
                  connection,
                  verifier,
                  version,
                  states.isEmpty()
                      ? seeded(version.equals(versions.getLast()))
                      : event(CANDIDATE, RECORD, "a new version: it waits to be measured"));
          return true;
        });
  }

  private Event seeded(boolean newest) {
    return newest
        ? event(SERVING, RECORD, "the first version known here: there is none to compare it with")
        : event(KEPT, RECORD, "older than the first version that served here");
  }

  /** The oldest that waits to be measured, where one serves to measure it against. */
  public Optional<String> candidate(String verifier) {
    return Sql.transaction(
        database,
        connection -> {
          Map<String, State> states = VersionTable.states(connection, verifier);
          return VersionTable.serving(states).isEmpty()
              ? Optional.empty()
              : VersionTable.inState(states, CANDIDATE).stream().findFirst();
        });
  }

  public Optional<String> serving(String verifier) {
    return Sql.transaction(
        database, connection -> VersionTable.serving(VersionTable.states(connection, verifier)));
  }

  /** Whether a version came to serve by measurement last, and not by a rollback. */
  boolean isPromoted(String verifier, String version) {
    return Sql.transaction(
        database,
        connection ->
            VersionTable.servesBy(connection, verifier, version).filter(GATE::equals).isPresent());
  }

  /** The one that serves, then those that did until a better one came, the latest first. */
  public List<String> precedence(String verifier) {
    return Sql.transaction(
        database,
        connection -> {
          Map<String, State> states = VersionTable.states(connection, verifier);
          List<String> precedence = new ArrayList<>(VersionTable.inState(states, SERVING));
          precedence.addAll(VersionTable.inState(states, REPLACED).reversed());
          return precedence;
        });
  }

  /** Whom a rollback would let serve again. */
  public Optional<String> before(String verifier) {
    return precedence(verifier).stream().skip(1).findFirst();
  }

  /**
   * Carries out what the gate decided, with its reports; does nothing where the candidate is
   * decided already, or another version serves than it was measured against.
   *
   * @return whether it was carried out
   */
  public boolean decide(
      String verifier, String candidate, Decision decision, List<Report> reports) {
    return change(
        verifier,
        (connection, states) -> {
          boolean stands =
              states.get(candidate) == CANDIDATE && states.get(decision.incumbent()) == SERVING;
          if (!stands) return false;
          for (Report report : reports) Reports.save(connection, report);
          if (decision.promoted())
            VersionTable.set(
                connection,
                verifier,
                decision.incumbent(),
                event(REPLACED, GATE, candidate + " was measured to be better"));
          VersionTable.set(connection, verifier, candidate, decided(decision, reports));
          return true;
        });
  }

  private Event decided(Decision decision, List<Report> reports) {
    return new Event(
        decision.promoted() ? SERVING : KEPT,
        clock.instant(),
        GATE,
        decision.reason(),
        reports.stream().map(Report::id).toList(),
        Optional.of(decision));
  }

  /**
   * The version that served before serves again.
   *
   * @param version that is to be rolled back; rolled back already, it is no second time. Empty for
   *     whichever serves.
   * @throws UnknownVerifier if no version of it was ever seen
   * @throws NotRolledBack if that version does not serve, or none served before it
   */
  public Rollback rollBack(
      String verifier, Optional<String> version, String decidedBy, String reason) {
    return change(
        verifier,
        (connection, states) -> {
          if (states.isEmpty()) throw new UnknownVerifier(verifier);
          String serving =
              VersionTable.serving(states)
                  .orElseThrow(() -> new NotRolledBack("no version of " + verifier + " serves"));
          String wished = version.orElse(serving);
          if (states.get(wished) == ROLLED_BACK) return new Rollback(verifier, wished, serving);
          if (!wished.equals(serving))
            throw new NotRolledBack(
                verifier + "@" + wished + " does not serve: " + serving + " does");
          List<String> replaced = VersionTable.inState(states, REPLACED);
          if (replaced.isEmpty())
            throw new NotRolledBack("no version of " + verifier + " served before " + serving);
          VersionTable.set(connection, verifier, serving, event(ROLLED_BACK, decidedBy, reason));
          VersionTable.set(
              connection,
              verifier,
              replaced.getLast(),
              event(SERVING, decidedBy, serving + " was rolled back: " + reason));
          return new Rollback(verifier, serving, replaced.getLast());
        });
  }

  /** The versions of every verifier of which one was ever seen. */
  public Map<String, List<Version>> all() {
    return Sql.snapshot(
        database,
        connection -> {
          Map<String, List<Version>> all = new LinkedHashMap<>();
          for (String verifier : VersionTable.verifiers(connection))
            all.put(verifier, VersionTable.versions(connection, verifier));
          return all;
        });
  }

  /** The versions that were ever seen, by name; none for an unknown verifier. */
  public List<String> known(String verifier) {
    return Sql.transaction(
        database, connection -> List.copyOf(VersionTable.states(connection, verifier).keySet()));
  }

  /**
   * Every version that was ever seen, in that order.
   *
   * @throws UnknownVerifier if there is none
   */
  public List<Version> versions(String verifier) {
    List<Version> versions =
        Sql.transaction(database, connection -> VersionTable.versions(connection, verifier));
    if (versions.isEmpty()) throw new UnknownVerifier(verifier);
    return versions;
  }

  private Event event(State state, String decidedBy, String reason) {
    return changes.event(state, decidedBy, reason);
  }

  private <T> T change(String verifier, Changes.Change<T> change) {
    return changes.of(verifier, change);
  }
}
