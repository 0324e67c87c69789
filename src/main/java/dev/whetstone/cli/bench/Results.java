package dev.whetstone.cli.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.whetstone.cli.bench.Load.Sample;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * All that was measured, as it is written to a file.
 *
 * @param peer the reasoning-gym library's version, or why it was not measured
 */
record Results(
    String date,
    int cores,
    String java,
    int clients,
    int rounds,
    List<Row> serving,
    Neighbour neighbour,
    Double peakMegabytes,
    List<FamilyRow> families,
    String peer) {

  /** One kind of request; medians over the rounds, CPU in seconds. */
  record Row(
      String request,
      int batch,
      boolean keptAlive,
      double perSecond,
      double p50Millis,
      double p95Millis,
      double p99Millis,
      double serverCpuPerThousand,
      double databaseCpuPerThousand) {
    static Row of(String request, int batch, boolean keptAlive, List<Sample> rounds) {
      return new Row(
          request,
          batch,
          keptAlive,
          Figures.median(rounds, Sample::perSecond),
          Figures.median(rounds, sample -> sample.waits().millis(0.50)),
          Figures.median(rounds, sample -> sample.waits().millis(0.95)),
          Figures.median(rounds, sample -> sample.waits().millis(0.99)),
          Figures.median(rounds, Sample::serverCpuPerThousand),
          Figures.median(rounds, Sample::databaseCpuPerThousand));
    }
  }

  /**
   * What a run's clients wait for one cheap task: alone, and beside a run that asks for batches.
   */
  record Neighbour(
      String cheap,
      String slow,
      double aloneP95Millis,
      double besideCheapP95Millis,
      double besideSlowP95Millis) {}

  /**
   * One family in one thread, without a server.
   *
   * @param peer the same of reasoning-gym, where it has the family and was measured
   * @param slowestMillis CPU time of a task at its slowest levels
   */
  record FamilyRow(
      String family,
      Library.Speed ours,
      Optional<Library.Speed> peer,
      String slowestLevels,
      double slowestMillis) {
    /** How many times faster than the peer; NaN without one. */
    double taskRatio() {
      return peer.map(p -> ours.tasksPerCpuSecond() / p.tasksPerCpuSecond()).orElse(Double.NaN);
    }

    double answerRatio() {
      return peer.map(p -> ours.answersPerCpuSecond() / p.answersPerCpuSecond()).orElse(Double.NaN);
    }

    /** A task made, and a group of eight answers to it graded. */
    double groupRatio() {
      return peer.map(p -> p.groupSeconds() / ours.groupSeconds()).orElse(Double.NaN);
    }
  }

  void writeTo(Path file) throws IOException {
    new ObjectMapper()
        .findAndRegisterModules()
        .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
        .enable(SerializationFeature.INDENT_OUTPUT)
        .writeValue(file.toFile(), this);
  }
}
