package dev.whetstone.benchmark.refinement;

import dev.whetstone.benchmark.labelling.Labellings;
import dev.whetstone.benchmark.labelling.Submission;
import dev.whetstone.benchmark.labelling.Verification;
import dev.whetstone.benchmark.refinement.RefinementTable.Row;
import dev.whetstone.benchmark.refinement.Refused.Why;
import dev.whetstone.model.Derivation;
import dev.whetstone.rollout.KeyReused;
import dev.whetstone.rollout.Sql;
import dev.whetstone.verify.Steps;
import dev.whetstone.verify.proof.Formatted;
import dev.whetstone.verify.proof.Formatted.Broken;
import dev.whetstone.verify.proof.Formatted.Kept;
import dev.whetstone.verify.proof.ProofLimits;
import dev.whetstone.verify.proof.SelfEvaluated;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Problems that are worked on in rounds: attempts come, are labelled without people, and go back
 * with their critique. Each act is one transaction; what is asked follows from what is stored.
 */
@ApplicationScoped
public class Refinements {
  private static final int MOST_MEASURED = 10_000;

  private final DataSource database;
  private final Labellings labellings;
  private final ProofLimits limits;
  private final Clock clock;

  @Inject
  Refinements(AgroalDataSource database, Labellings labellings, ProofLimits limits, Clock clock) {
    this((DataSource) database, labellings, limits, clock);
  }

  Refinements(DataSource database, Labellings labellings, ProofLimits limits, Clock clock) {
    this.database = database;
    this.labellings = labellings;
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * Takes a problem on; the same with the same key again changes nothing.
   *
   * @throws KeyReused if the key was used for another one
   */
  public Refinement submit(Assignment what, Optional<String> key) {
    return Sql.transaction(
        database,
        c -> {
          UUID fresh = UUID.randomUUID();
          boolean isNew = RefinementTable.insert(c, fresh, key, what, clock.instant());
          UUID id =
              isNew
                  ? fresh
                  : RefinementTable.REQUESTS.earlier(c, key.orElseThrow(), what.contentHash());
          return view(c, id).orElseThrow();
        });
  }

  public Optional<Refinement> find(UUID id) {
    return Sql.snapshot(database, c -> view(c, id));
  }

  /** Without problems, asks and attempts, the newest first; of one name, or of all. */
  public List<Refinement> page(Optional<String> name, int page, int size) {
    return Sql.snapshot(
        database,
        c -> {
          List<Row> rows = RefinementTable.page(c, name, page * size, size);
          Map<UUID, List<Attempt>> attempts = AttemptTable.all(c, ids(rows));
          return rows.stream()
              .map(row -> headline(row, attempts.getOrDefault(row.id(), List.of())))
              .toList();
        });
  }

  /** Best@N over those of a name that have ended, as threads. */
  public BestOfN bestOfN(String name) {
    return BestOfN.of(Sql.snapshot(database, c -> problems(c, name)));
  }

  private static List<BestOfN.Problem> problems(Connection c, String name) throws SQLException {
    List<Row> rows = RefinementTable.endedThreads(c, name, MOST_MEASURED);
    Map<UUID, List<Attempt>> attempts = AttemptTable.all(c, ids(rows));
    return rows.stream()
        .filter(row -> attempts.containsKey(row.id()))
        .map(row -> new BestOfN.Problem(row.what().problem(), attempts.get(row.id())))
        .toList();
  }

  private static List<UUID> ids(List<Row> rows) {
    return rows.stream().map(Row::id).toList();
  }

  private static Refinement headline(Row row, List<Attempt> attempts) {
    return Refinement.headline(row, standing(row, attempts), attempts);
  }

  /**
   * Takes an attempt that is asked for, and has it labelled; the same again changes nothing.
   *
   * @param read the response, which is broken too where it has too many steps or characters
   * @throws Refused if it is not asked for, or another one came before
   */
  public Refinement attempt(UUID id, int number, String response, Formatted<SelfEvaluated> read) {
    return Sql.transaction(
        database,
        c -> {
          Row row =
              RefinementTable.lock(c, id)
                  .orElseThrow(() -> new Refused(Why.UNKNOWN_REFINEMENT, id, number));
          Optional<String> before = AttemptTable.response(c, id, number);
          if (before.isEmpty())
            AttemptTable.insert(
                c,
                id,
                made(c, row, wanted(c, row, number), read),
                response,
                evaluation(read),
                clock.instant());
          else if (!before.get().equals(response))
            throw new Refused(Why.ANSWERED_BEFORE, id, number);
          return view(c, row);
        });
  }

  private static Optional<String> evaluation(Formatted<SelfEvaluated> read) {
    return read instanceof Kept<SelfEvaluated>(SelfEvaluated said)
        ? Optional.of(said.evaluation().text())
        : Optional.empty();
  }

  private static Wanted wanted(Connection c, Row row, int number) throws SQLException {
    return standing(row, AttemptTable.list(c, row.id())).wanted().stream()
        .filter(wanted -> wanted.number() == number)
        .findFirst()
        .orElseThrow(() -> new Refused(Why.NOT_ASKED, row.id(), number));
  }

  private Attempt made(Connection c, Row row, Wanted wanted, Formatted<SelfEvaluated> read)
      throws SQLException {
    return switch (read) {
      case Broken<SelfEvaluated>(String why) -> broken(wanted, why);
      case Kept<SelfEvaluated>(SelfEvaluated said) -> {
        Derivation proof =
            new Derivation(row.what().problem(), Steps.of(said.solution(), limits.maxSteps() + 1));
        yield proof.steps().size() > limits.maxSteps() || proof.length() > limits.maxCharacters()
            ? broken(wanted, "it has too many steps or characters")
            : labelled(c, row, wanted, said, proof);
      }
    };
  }

  private static Attempt broken(Wanted wanted, String why) {
    return new Attempt(
        wanted.number(),
        wanted.round(),
        wanted.thread(),
        parent(wanted),
        Optional.empty(),
        Optional.of(why),
        Optional.empty(),
        Optional.empty());
  }

  private Attempt labelled(
      Connection c, Row row, Wanted wanted, SelfEvaluated said, Derivation proof)
      throws SQLException {
    Submission what = new Submission(proof, row.what().generator(), row.what().licence());
    String key = "refinement/%s/%d".formatted(row.id(), wanted.number());
    UUID labelling = labellings.submit(c, what, Optional.of(key));
    return new Attempt(
        wanted.number(),
        wanted.round(),
        wanted.thread(),
        parent(wanted),
        Optional.of(said.evaluation().score()),
        Optional.empty(),
        Optional.of(labelling),
        Optional.of(Verification.OPEN));
  }

  private static OptionalInt parent(Wanted wanted) {
    return wanted.parent().map(p -> OptionalInt.of(p.number())).orElseGet(OptionalInt::empty);
  }

  static Standing standing(Row row, List<Attempt> attempts) {
    return row.what().plan().course().stand(row.what().plan(), attempts);
  }

  private static Optional<Refinement> view(Connection c, UUID id) throws SQLException {
    Optional<Row> row = RefinementTable.find(c, id);
    return row.isEmpty() ? Optional.empty() : Optional.of(view(c, row.get()));
  }

  private static Refinement view(Connection c, Row row) throws SQLException {
    List<Attempt> attempts = AttemptTable.list(c, row.id());
    Standing standing = standing(row, attempts);
    return Refinement.headline(row, standing, attempts)
        .with(row.what().problem(), asks(c, row, standing.wanted()), attempts);
  }

  /** Several may be of one parent. */
  private static List<Refinement.Ask> asks(Connection c, Row row, List<Wanted> all)
      throws SQLException {
    Map<Integer, Critique> critiques = new HashMap<>();
    for (Wanted wanted : all)
      if (wanted.parent().isPresent() && !critiques.containsKey(wanted.parent().get().number()))
        critiques.put(
            wanted.parent().get().number(), Critique.of(c, row.id(), wanted.parent().get()));
    return all.stream().map(wanted -> ask(row, wanted, critiques)).toList();
  }

  private static Refinement.Ask ask(Row row, Wanted wanted, Map<Integer, Critique> critiques) {
    if (wanted.parent().isEmpty()) return Refinement.Ask.fresh(wanted);
    Critique critique = critiques.get(wanted.parent().get().number());
    return Refinement.Ask.of(
        wanted,
        critique,
        wanted.evaluations(row.id(), critique, row.what().plan().analysesPerAsk()));
  }
}
