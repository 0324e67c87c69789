package dev.whetstone.cli.bench;

import dev.whetstone.cli.bench.Load.Sample;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Every kind of request, in batches of 64 and of 1, kept-alive and over new connections; each round
 * measures all of them, so that a slow minute of the machine hits them alike.
 */
final class Serving {
  /** Until the compiler has seen each kind of request often enough. */
  private static final Duration WARM_UP = Duration.ofSeconds(5);

  /** The first guess of how many requests a client can send in a second. */
  private static final int FIRST_GUESS = 400;

  private static final double MARGIN = 1.5;

  private record Kind(String request, int batch, boolean keep, Workload work) {
    String progress() {
      return request + ", batch " + batch + (keep ? ", kept alive" : ", new connections");
    }
  }

  private final Target target;
  private final int clients;
  private final Consumer<String> progress;
  private final Map<Kind, List<Sample>> samples = new LinkedHashMap<>();
  private final Map<Kind, Double> requestsPerSecond = new LinkedHashMap<>();

  Serving(Target target, int clients, Consumer<String> progress) {
    this.target = target;
    this.clients = clients;
    this.progress = progress;
  }

  /**
   * @param time of every kind, over all rounds
   */
  List<Results.Row> measure(String curriculum, int rounds, Duration time) throws IOException {
    try (Client preparing = new Client(target.base(), true)) {
      List<Kind> kinds = kinds(TrainingRun.create(preparing, curriculum));
      for (Kind kind : kinds) if (kind.keep()) one("warming up", kind, preparing, WARM_UP);
      for (int round = 1; round <= rounds; round++)
        for (Kind kind : kinds)
          samples
              .computeIfAbsent(kind, k -> new ArrayList<>())
              .add(one("round " + round, kind, preparing, time.dividedBy(rounds)));
    }
    return rows();
  }

  private static List<Kind> kinds(TrainingRun run) {
    List<Kind> kinds = new ArrayList<>();
    for (boolean keep : List.of(true, false)) {
      kinds.add(new Kind("tasks", 64, keep, Workloads.tasks(run, 64)));
      kinds.add(new Kind("candidates, durable", 64, keep, Workloads.groups(run)));
      kinds.add(new Kind("score, stateless", 64, keep, Workloads.scores(64)));
      kinds.add(new Kind("tasks", 1, keep, Workloads.tasks(run, 1)));
      kinds.add(new Kind("candidates, durable", 1, keep, Workloads.singles(run)));
      kinds.add(new Kind("score, stateless", 1, keep, Workloads.scores(1)));
    }
    kinds.add(new Kind("whole round, learning", 64, true, Workloads.rounds(run)));
    return kinds;
  }

  private Sample one(String stage, Kind kind, Client preparing, Duration time) throws IOException {
    progress.accept(stage + ": " + kind.progress());
    double expected =
        requestsPerSecond.getOrDefault(kind, FIRST_GUESS * 1.0) * time.toMillis() / 1e3 * MARGIN;
    Work work = kind.work().prepare(preparing, (int) expected);
    Sample sample = new Load(target, kind.keep(), clients).run(time, work);
    requestsPerSecond.put(kind, sample.waits().count() / sample.seconds());
    return sample;
  }

  private List<Results.Row> rows() {
    List<Results.Row> rows = new ArrayList<>();
    samples.forEach(
        (kind, rounds) ->
            rows.add(Results.Row.of(kind.request(), kind.batch(), kind.keep(), rounds)));
    return rows;
  }
}
