package dev.whetstone.cli.bench;

import dev.whetstone.cli.client.KnownTask;
import dev.whetstone.task.Identity;
import dev.whetstone.task.Levels;
import dev.whetstone.task.Split;
import dev.whetstone.task.TaskFamily;
import dev.whetstone.task.family.Families;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** What clients of the server do: ask for tasks, send candidates, have their own data scored. */
final class Workloads {
  private static final int BATCH = 64;
  private static final int SCORE_BODIES = 256;

  private Workloads() {}

  /** Tasks, {@code batch} in a request; what there is to learn is learned before the clock runs. */
  static Workload tasks(TrainingRun run, int batch) {
    String body = TrainingRun.wanted(batch);
    return (preparing, requests) -> {
      preparing.post(run.tasksPath(), TrainingRun.wanted(1));
      return client -> {
        Work.expect(client.post(run.tasksPath(), body), "\"question\":", batch);
        return batch;
      };
    };
  }

  /** Candidates of a run, eight whole groups in a request. */
  static Workload groups(TrainingRun run) {
    int tasks = BATCH / TrainingRun.GROUP;
    return (preparing, requests) -> {
      Queue<Parcel> parcels = new ConcurrentLinkedQueue<>();
      while (parcels.size() < requests) {
        List<KnownTask> handed = run.hand(preparing, BATCH);
        for (int i = 0; i < BATCH; i += tasks) parcels.add(Parcel.of(handed.subList(i, i + tasks)));
      }
      return sending(run, parcels);
    };
  }

  /** Candidates of a run, one in a request; the completions of a group come far apart. */
  static Workload singles(TrainingRun run) {
    return (preparing, requests) -> {
      List<KnownTask> tasks = new ArrayList<>();
      while (tasks.size() * TrainingRun.GROUP < requests) tasks.addAll(run.hand(preparing, BATCH));
      Queue<Parcel> parcels = new ConcurrentLinkedQueue<>();
      for (int place = 0; place < TrainingRun.GROUP; place++)
        for (KnownTask task : tasks) parcels.add(Parcel.of(task, place % 2 == 0));
      return sending(run, parcels);
    };
  }

  private static Work sending(TrainingRun run, Queue<Parcel> parcels) {
    return client -> {
      Parcel parcel = parcels.poll();
      return parcel == null ? 0 : parcel.send(client, run.candidatesPath());
    };
  }

  /** Eight tasks asked for, made again and answered eight times each; the curriculum learns. */
  static Workload rounds(TrainingRun run) {
    return (preparing, requests) ->
        client ->
            Parcel.of(run.hand(client, BATCH / TrainingRun.GROUP))
                .send(client, run.candidatesPath());
  }

  /** Completions with their reference answers, and no run. */
  static Workload scores(int batch) {
    return (preparing, requests) -> {
      List<String> bodies = new ArrayList<>();
      for (int i = 0; i < SCORE_BODIES; i++) bodies.add(scoreBody(batch, i));
      AtomicInteger turn = new AtomicInteger();
      return client -> {
        String body = bodies.get(Math.floorMod(turn.getAndIncrement(), SCORE_BODIES));
        Work.expect(client.post("/api/v1/score", body), "\"status\":\"rewarded\"", batch);
        return batch;
      };
    };
  }

  private static String scoreBody(int batch, int number) {
    TaskFamily family = Families.all().getFirst();
    List<Map<String, Object>> items = new ArrayList<>();
    for (int i = 0; i < batch; i++) items.add(scoreItem(family, (long) number * batch + i));
    return TrainingRun.json(Map.of("items", items));
  }

  private static Map<String, Object> scoreItem(TaskFamily family, long index) {
    Levels levels = Levels.lowest(family.controls());
    Identity identity = Identity.of(family, levels, Split.TRAIN, "bench score", index);
    KnownTask known = new KnownTask("", identity, identity.make(family));
    return Map.of(
        "prompt", known.task().question(),
        "reference", known.task().answer(),
        "completion", index % 2 == 0 ? known.right() : known.wrong());
  }
}
