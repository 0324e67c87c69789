package dev.whetstone.cli.bench;

import dev.whetstone.cli.bench.Load.Sample;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Whether one run's slow tasks make another run's cheap ones wait: more than a neighbour's tasks do
 * that are as cheap.
 */
final class Beside {
  private static final int CLIENTS = 2;
  private static final int BATCH = 64;

  private final Target target;
  private final TrainingRun cheap;
  private final TrainingRun slow;
  private final TrainingRun otherCheap;

  private Beside(Target target, TrainingRun cheap, TrainingRun slow, TrainingRun otherCheap) {
    this.target = target;
    this.cheap = cheap;
    this.slow = slow;
    this.otherCheap = otherCheap;
  }

  static Results.Neighbour measure(
      Target target, String cheapTasks, String slowTasks, int rounds, Duration time)
      throws IOException {
    try (Client client = new Client(target.base(), true)) {
      Beside beside =
          new Beside(
              target,
              TrainingRun.create(client, BenchCurricula.CHEAP),
              TrainingRun.create(client, BenchCurricula.SLOW),
              TrainingRun.create(client, BenchCurricula.CHEAP));
      beside.alone(time);
      List<Sample> alone = new ArrayList<>();
      List<Sample> besideCheap = new ArrayList<>();
      List<Sample> besideSlow = new ArrayList<>();
      for (int round = 0; round < rounds; round++) {
        alone.add(beside.alone(time));
        besideCheap.add(beside.together(beside.otherCheap, time));
        besideSlow.add(beside.together(beside.slow, time));
      }
      return new Results.Neighbour(
          cheapTasks, slowTasks, p95(alone), p95(besideCheap), p95(besideSlow));
    }
  }

  private static double p95(List<Sample> rounds) {
    return Figures.median(rounds, sample -> sample.waits().millis(0.95));
  }

  private Sample alone(Duration time) throws IOException {
    Work work = client -> askOne(client);
    return new Load(target, true, CLIENTS).run(time, work);
  }

  private int askOne(Client client) throws IOException {
    Work.expect(client.post(cheap.tasksPath(), TrainingRun.wanted(1)), "\"question\":", 1);
    return 1;
  }

  private Sample together(TrainingRun neighbour, Duration time) throws IOException {
    AtomicBoolean done = new AtomicBoolean();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Integer> batches = threads.submit(() -> askBatches(neighbour, done));
      Sample sample = alone(time);
      done.set(true);
      batches.get();
      return sample;
    } catch (ExecutionException e) {
      throw new IOException("the neighbour failed: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      done.set(true);
    }
  }

  private int askBatches(TrainingRun run, AtomicBoolean done) throws IOException {
    int asked = 0;
    try (Client client = new Client(target.base(), true)) {
      for (; !done.get(); asked += BATCH) client.post(run.tasksPath(), TrainingRun.wanted(BATCH));
    }
    return asked;
  }
}
