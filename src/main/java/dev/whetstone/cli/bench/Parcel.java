package dev.whetstone.cli.bench;

import dev.whetstone.cli.client.KnownTask;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Completions ready to be sent, every other one of them right.
 *
 * @param completions how many there are
 * @param right how many of them must earn a reward of 1
 */
record Parcel(String body, int completions, int right) {
  /** Whole groups, to be answered in one request. */
  static Parcel of(List<KnownTask> tasks) {
    List<Map<String, Object>> items = new ArrayList<>();
    for (KnownTask task : tasks)
      items.add(Map.of("task", task.handle(), "completions", group(task)));
    int completions = tasks.size() * TrainingRun.GROUP;
    return new Parcel(body(items), completions, completions / 2);
  }

  /** One completion of one task. */
  static Parcel of(KnownTask task, boolean right) {
    String completion = right ? task.right() : task.wrong();
    Map<String, Object> item = Map.of("task", task.handle(), "completion", completion);
    return new Parcel(body(List.of(item)), 1, right ? 1 : 0);
  }

  private static List<String> group(KnownTask task) {
    String right = task.right();
    String wrong = task.wrong();
    List<String> group = new ArrayList<>();
    for (int i = 0; i < TrainingRun.GROUP; i++) group.add(i % 2 == 0 ? right : wrong);
    return group;
  }

  private static String body(List<Map<String, Object>> items) {
    return TrainingRun.json(Map.of("candidates", items));
  }

  /**
   * @throws IOException if a completion did not get the reward it must get
   */
  int send(Client client, String path) throws IOException {
    String answer = client.post(path, body);
    Work.expect(answer, "\"status\":\"rewarded\"", completions);
    Work.expect(answer, "\"reward\":1.0", right);
    return completions;
  }
}
