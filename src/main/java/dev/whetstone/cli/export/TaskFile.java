package dev.whetstone.cli.export;

import dev.whetstone.cli.Progress;
import dev.whetstone.rollout.Made;
import dev.whetstone.rollout.TaskBatches;
import dev.whetstone.rollout.export.TaskFormat;
import dev.whetstone.rollout.export.TaskRow;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes tasks until there are enough; those that no row can tell are counted. */
final class TaskFile {
  private static final int AT_ONCE = 2_000;

  /** Tasks that fit no row, one after another, after which none is hoped for. */
  private static final int MOST_IN_VAIN = 20_000;

  private final OutOptions out;
  private final TaskFormat format;
  private final boolean answers;
  private long played;
  private long refused;

  TaskFile(OutOptions out, TaskFormat format, boolean answers) {
    this.out = out;
    this.format = format;
    this.answers = answers;
  }

  /**
   * @throws IOException if it cannot be written, or if there are no such tasks
   */
  Export.Written write(TaskBatches tasks, int count, Progress progress) throws IOException {
    TaskBatches.Batch batch = next(tasks, count);
    try (Export export = new Export(out, format.row(row(batch.tasks().getFirst())))) {
      write(export, batch, progress);
      while (export.rows() < count)
        write(export, next(tasks, (int) (count - export.rows())), progress);
      return export.finish();
    } finally {
      progress.end();
    }
  }

  private TaskBatches.Batch next(TaskBatches tasks, int wanted) throws IOException {
    for (int inVain = 0; inVain < MOST_IN_VAIN; ) {
      TaskBatches.Batch batch = tasks.next(Math.min(AT_ONCE, wanted));
      played += batch.played();
      refused += batch.chosen() - batch.played() - batch.tasks().size();
      if (!batch.tasks().isEmpty()) return batch;
      inVain += batch.chosen();
    }
    throw new IOException("no row can tell any of " + MOST_IN_VAIN + " tasks: is all played?");
  }

  private void write(Export export, TaskBatches.Batch batch, Progress progress) throws IOException {
    List<TaskRow> rows = batch.tasks().stream().map(this::row).toList();
    for (TaskRow row : rows)
      export.write(format.row(row), row.family(), row.version(), row.levels());
    progress.more(rows.size());
  }

  private TaskRow row(Made made) {
    return answers ? TaskRow.withAnswer(made) : TaskRow.withHandle(made);
  }

  /** How many tasks were left out, and why. */
  Map<String, Long> left() {
    Map<String, Long> left = new LinkedHashMap<>();
    if (played > 0) left.put("played in turns", played);
    if (refused > 0) left.put("refused by the gate", refused);
    return left;
  }
}
