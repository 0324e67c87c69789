package dev.whetstone.benchmark.labelling;

import dev.whetstone.model.Derivation;
import dev.whetstone.rollout.KeyReused;
import dev.whetstone.rollout.Sql;
import dev.whetstone.verify.labelling.Rule;
import dev.whetstone.verify.proof.Analysis;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The proofs that are labelled without people. Each act is one transaction. */
@ApplicationScoped
public class Labellings {
  private final DataSource database;
  private final Clock clock;
  private final String rule;

  @Inject
  Labellings(AgroalDataSource database, LabellingSettings settings, Clock clock) {
    this((DataSource) database, settings, clock);
  }

  /**
   * @throws IllegalArgumentException if the settings make no rule
   */
  Labellings(DataSource database, LabellingSettings settings, Clock clock) {
    this.database = database;
    this.clock = clock;
    rule = Rules.write(rule(settings));
  }

  private static Rule rule(LabellingSettings settings) {
    try {
      return Rules.from(settings);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("whetstone.labelling makes no rule: " + e.getMessage(), e);
    }
  }

  /** Settings that make no rule stop the start, not the first request. */
  void start(@Observes StartupEvent event) {}

  /**
   * Takes a proof on; the same with the same key again changes nothing.
   *
   * @throws KeyReused if the key was used for another proof
   */
  public ProofLabelling submit(Submission what, Optional<String> key) {
    return Sql.transaction(
        database, c -> LabellingTable.find(c, submit(c, what, key)).orElseThrow().headline());
  }

  /** The same within another transaction; says which labelling it is. */
  public UUID submit(Connection c, Submission what, Optional<String> key) throws SQLException {
    UUID fresh = UUID.randomUUID();
    boolean isNew = LabellingTable.insert(c, fresh, key, what, rule, clock.instant());
    return isNew
        ? fresh
        : LabellingTable.REQUESTS.earlier(c, key.orElseThrow(), what.contentHash());
  }

  /** The analyses whose issues the checks confirmed, in their order, within another transaction. */
  public static List<Analysis> valid(Connection c, UUID id) throws SQLException {
    return EntryTable.ledger(c, id).valid(LabellingTable.rule(c, id).panel());
  }

  /** The proof that is labelled, within another transaction. */
  public static Derivation proof(Connection c, UUID id) throws SQLException {
    ProofLabelling found = LabellingTable.find(c, id).orElseThrow();
    return new Derivation(found.problem(), found.steps());
  }

  /** With its whole ledger. */
  public Optional<ProofLabelling> find(UUID id) {
    return Sql.snapshot(
        database,
        c -> {
          Optional<ProofLabelling> found = LabellingTable.find(c, id);
          return found.isEmpty() ? found : Optional.of(found.get().with(EntryTable.list(c, id)));
        });
  }

  /** Without problems, steps and ledgers, the newest first; of one state, or of all. */
  public List<ProofLabelling> page(Optional<LabellingState> state, int page, int size) {
    return Sql.snapshot(database, c -> LabellingTable.page(c, state, page * size, size));
  }
}
