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
import javax.sql.DataSource;

/**
 * P(no step is wrong) of each labelled proof, by the votes on it and the rates of who voted; those
 * are fitted again by the clock, and with them what earlier labels are worth.
 */
@ApplicationScoped
class Posteriors {
  private final DataSource database;
  private final LabellingSettings settings;

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

  /** By all votes of that panel so far. */
  static double of(Connection c, LabellingSettings settings, String panel, Tally votes)
      throws SQLException {
    return VerifierRates.fit(PosteriorTable.counts(c, panel), prior(settings))
        .correct(votes.settled(), votes.valid());
  }

  @Scheduled(every = "{whetstone.labelling.refit-every}", concurrentExecution = SKIP)
  void refit() {
    Sql.transaction(
        database,
        c -> {
          for (String panel : PosteriorTable.panels(c)) refit(c, panel);
          return PosteriorTable.saveConfidence(c, settings.set());
        });
  }

  private void refit(Connection c, String panel) throws SQLException {
    var counts = PosteriorTable.counts(c, panel);
    VerifierRates rates = VerifierRates.fit(counts, prior(settings));
    for (VoteCount count : counts)
      PosteriorTable.save(
          c, panel, count.settled(), count.valid(), rates.correct(count.settled(), count.valid()));
  }
}
