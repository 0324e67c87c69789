package dev.whetstone.benchmark.labelling;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import dev.whetstone.rollout.Sql;
import dev.whetstone.verify.labelling.Tally;
import dev.whetstone.verify.labelling.posterior.RatePrior;
import dev.whetstone.verify.labelling.posterior.VerifierRates;
import dev.whetstone.verify.labelling.posterior.VoteCount;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/**
 * P(no step is wrong) of each labelled proof, by the votes on it and the rates of who voted; those
 * are fitted again by the clock, and with them what earlier labels are worth.
 */
@ApplicationScoped
class Posteriors {
  /** Until when it is good enough, in nanoseconds of this machine's clock. */
  private record Fit(VerifierRates rates, long until) {
    boolean isFresh() {
      return System.nanoTime() - until < 0;
    }
  }

  private final DataSource database;
  private final LabellingSettings settings;
  private final Map<String, Fit> fits = new ConcurrentHashMap<>();

  @Inject
  Posteriors(AgroalDataSource database, LabellingSettings settings) {
    this((DataSource) database, settings);
  }

  Posteriors(DataSource database, LabellingSettings settings) {
    this.database = database;
    this.settings = settings;
  }

  /** Settings that make no prior stop the start, not the first label. */
  void start(@Observes StartupEvent event) {
    var unused = prior(settings);
  }

  private static RatePrior prior(LabellingSettings s) {
    return new RatePrior(s.rateCorrect(), s.rateFlawed(), s.priorWeight(), s.blindSpot());
  }

  /**
   * By all votes of that panel as they were when they were last counted: to count and fit them for
   * each proof would be a work of the square of the proofs.
   */
  double of(Connection c, String panel, Tally votes) throws SQLException {
    Fit known = fits.get(panel);
    VerifierRates rates =
        known != null && known.isFresh()
            ? known.rates()
            : fit(panel, PosteriorTable.counts(c, panel));
    return rates.correct(votes.settled(), votes.valid());
  }

  private VerifierRates fit(String panel, List<VoteCount> counts) {
    VerifierRates rates = VerifierRates.fit(counts, prior(settings));
    fits.put(panel, new Fit(rates, System.nanoTime() + settings.refitEvery().toNanos()));
    return rates;
  }

  /** Where another server is at it, its work is enough. */
  @Scheduled(every = "{whetstone.labelling.refit-every}", concurrentExecution = SKIP)
  void refit() {
    Sql.transaction(database, c -> PosteriorTable.isFree(c) ? refit(c) : 0);
  }

  private int refit(Connection c) throws SQLException {
    int moved = 0;
    for (String panel : PosteriorTable.panels(c)) moved += refit(c, panel);
    return moved == 0 ? 0 : PosteriorTable.saveConfidence(c, settings.set());
  }

  private int refit(Connection c, String panel) throws SQLException {
    List<VoteCount> counts = PosteriorTable.counts(c, panel);
    VerifierRates rates = fit(panel, counts);
    int moved = 0;
    for (VoteCount count : counts)
      moved +=
          PosteriorTable.save(
              c,
              panel,
              count.settled(),
              count.valid(),
              rates.correct(count.settled(), count.valid()));
    return moved;
  }
}
