package dev.whetstone.cli.bench;

import dev.whetstone.task.Check;
import dev.whetstone.task.Grade;
import dev.whetstone.task.Identity;
import dev.whetstone.task.Levels;
import dev.whetstone.task.Split;
import dev.whetstone.task.Task;
import dev.whetstone.task.TaskFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/** What the families do in a CPU-second in one thread of this process, without any server. */
final class Library {
  private static final int SPREAD = 256;
  private static final int KEPT = 1_024;

  /**
   * One family's figures.
   *
   * @param tasksPerCpuSecond made, certificates and all
   * @param answersPerCpuSecond graded, right and not right in turn
   */
  record Speed(double tasksPerCpuSecond, double answersPerCpuSecond) {
    /** CPU time of one task and the answers of its group. */
    double groupSeconds() {
      return 1 / tasksPerCpuSecond + TrainingRun.GROUP / answersPerCpuSecond;
    }
  }

  private record Pair(Check check, String answer) {}

  private final double seconds;

  /**
   * @param seconds CPU time for each figure, after as much for warming up
   */
  Library(double seconds) {
    this.seconds = seconds;
  }

  Speed measure(TaskFamily family) {
    List<Levels> spread = PeerSettings.spread(family, SPREAD);
    double tasks = rate(i -> make(family, spread, i));
    List<Task> kept = new ArrayList<>();
    for (int i = 0; i < KEPT; i++) kept.add(make(family, spread, i));
    List<Pair> pairs = pairs(kept);
    double answers =
        rate(
            i -> {
              Pair pair = pairs.get((int) (i % pairs.size()));
              pair.check().grade(pair.answer());
            });
    return new Speed(tasks, answers);
  }

  private double rate(LongConsumer once) {
    CpuClock.perSecond(seconds, once);
    return CpuClock.perSecond(seconds, once);
  }

  private static Task make(TaskFamily family, List<Levels> spread, long index) {
    Levels levels = spread.get((int) (index % SPREAD));
    return Identity.of(family, levels, Split.TRAIN, "bench", index).make(family);
  }

  /** Each task with its gold answer, then with another task's. */
  private static List<Pair> pairs(List<Task> tasks) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < tasks.size(); i++) {
      Task task = tasks.get(i);
      if (task.check().grade(task.answer()) != Grade.RIGHT)
        throw new IllegalStateException("gold is not right: " + task.question());
      pairs.add(new Pair(task.check(), task.answer()));
      pairs.add(new Pair(task.check(), other(tasks, i)));
    }
    return pairs;
  }

  private static String other(List<Task> tasks, int of) {
    String own = tasks.get(of).answer();
    for (int i = 1; i < tasks.size(); i++) {
      String answer = tasks.get((of + i) % tasks.size()).answer();
      if (!answer.equals(own)) return answer;
    }
    return "";
  }
}
