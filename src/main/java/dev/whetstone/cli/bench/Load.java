package dev.whetstone.cli.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/**
 * Clients that each ask again as soon as they are answered.
 *
 * @param keep whether they keep their connections
 */
record Load(Target target, boolean keep, int clients) {
  /**
   * What came of it.
   *
   * @param things tasks or answers, not requests
   */
  record Sample(long things, double seconds, Waits waits, Cost cost) {
    double perSecond() {
      return things / seconds;
    }

    double serverCpuPerThousand() {
      return cost.server() / things * 1000;
    }

    double databaseCpuPerThousand() {
      return cost.database() / things * 1000;
    }
  }

  private record Done(long things, LongStream nanos) {}

  /**
   * Works for about this time, or until there is no more to do.
   *
   * @throws IOException if any request fails
   */
  Sample run(Duration time, Work work) throws IOException {
    Cost before = target.cost();
    long start = System.nanoTime();
    List<Done> done = all(start + time.toNanos(), work);
    double seconds = (System.nanoTime() - start) / 1e9;
    Cost cost = target.cost().minus(before);
    long things = done.stream().mapToLong(Done::things).sum();
    Waits waits = new Waits(done.stream().flatMapToLong(Done::nanos));
    if (things == 0) throw new IOException("nothing was done in " + seconds + " s");
    return new Sample(things, seconds, waits, cost);
  }

  private List<Done> all(long deadline, Work work) throws IOException {
    List<Callable<Done>> tasks = new ArrayList<>();
    for (int i = 0; i < clients; i++) tasks.add(() -> one(target.base(), deadline, work));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Done> done = new ArrayList<>();
      for (Future<Done> task : threads.invokeAll(tasks)) done.add(task.get());
      return done;
    } catch (ExecutionException e) {
      throw new IOException("a client failed: " + e.getCause().getMessage(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private Done one(URI base, long deadline, Work work) throws IOException {
    LongStream.Builder nanos = LongStream.builder();
    long things = 0;
    try (Client client = new Client(base, keep)) {
      while (System.nanoTime() < deadline) {
        int more = work.once(client);
        if (more == 0) break;
        things += more;
        nanos.add(client.takeNanos());
      }
    }
    return new Done(things, nanos.build());
  }
}
