package dev.whetstone.cli.bench;

import dev.whetstone.cli.bench.Results.FamilyRow;
import dev.whetstone.cli.bench.Results.Row;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The tables that people read, each as soon as it is known. */
final class Report {
  private static final double TASK_MILLIS_MARK = 50;

  private final PrintStream out;
  private final PrintStream progress;

  Report(PrintStream out, PrintStream progress) {
    this.out = out;
    this.progress = progress;
  }

  void progress(String doing) {
    progress.println("  " + doing + " ...");
  }

  void serving(List<Row> rows, int clients, int rounds) {
    out.println();
    out.printf(
        Locale.ROOT,
        "The packaged server over HTTP, %d cores shared with %d clients and the database;"
            + " medians of %d rounds%n",
        Runtime.getRuntime().availableProcessors(),
        clients,
        rounds);
    out.println();
    out.printf(
        Locale.ROOT,
        "%-22s %5s  %-10s %9s %8s %8s %8s  %s%n",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "CPU s per 1,000");
    out.printf(
        Locale.ROOT,
        "%-22s %5s  %-10s %9s %8s %8s %8s  %7s %9s%n",
        "request",
        "batch",
        "connection",
        "per s",
        "p50 ms",
        "p95 ms",
        "p99 ms",
        "server",
        "database");
    for (Row row : rows) serving(row);
    out.println();
    out.println("per s and per 1,000: of tasks or answers, not of requests.");
  }

  private void serving(Row row) {
    out.printf(
        Locale.ROOT,
        "%-22s %5d  %-10s %,9.0f %8.2f %8.2f %8.2f  %7s %9s%n",
        row.request(),
        row.batch(),
        row.keptAlive() ? "kept alive" : "new",
        row.perSecond(),
        row.p50Millis(),
        row.p95Millis(),
        row.p99Millis(),
        seconds(row.serverCpuPerThousand()),
        seconds(row.databaseCpuPerThousand()));
  }

  private static String seconds(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.3f", value);
  }

  void neighbour(Results.Neighbour neighbour) {
    out.println();
    out.printf(
        Locale.ROOT, "What 2 clients wait for one cheap task (p95): %s%n", neighbour.cheap());
    out.printf(Locale.ROOT, "  %8.2f ms  alone%n", neighbour.aloneP95Millis());
    beside("as cheap ones", neighbour.besideCheapP95Millis(), neighbour);
    beside(neighbour.slow(), neighbour.besideSlowP95Millis(), neighbour);
  }

  private void beside(String tasks, double millis, Results.Neighbour neighbour) {
    out.printf(
        Locale.ROOT,
        "  %8.2f ms  %.2f times that, beside a run that asks for batches of 64: %s%n",
        millis,
        millis / neighbour.aloneP95Millis(),
        tasks);
  }

  void peak(double megabytes) {
    if (Double.isNaN(megabytes)) return;
    out.println();
    out.printf(
        Locale.ROOT,
        "Server memory, most resident over all of this, database apart: %.0f MB%n",
        megabytes);
  }

  void families(List<FamilyRow> rows, String peer) {
    out.println();
    out.printf(
        Locale.ROOT, "The families without a server, one thread, per CPU-second (%s)%n", peer);
    out.println();
    out.printf(Locale.ROOT, "%-26s %30s   %32s%n", "", "tasks", "answers");
    out.printf(
        Locale.ROOT,
        "%-26s %9s %9s %10s   %11s %9s %10s%n",
        "family",
        "ours",
        "theirs",
        "ratio",
        "ours",
        "theirs",
        "ratio");
    for (FamilyRow row : rows) family(row);
    List<FamilyRow> shared = rows.stream().filter(row -> row.peer().isPresent()).toList();
    if (shared.isEmpty()) return;
    out.println();
    ratios("tasks", shared, FamilyRow::taskRatio);
    ratios("answers", shared, FamilyRow::answerRatio);
    ratios("a task and 8 answers", shared, FamilyRow::groupRatio);
    out.println("Their answers: most families compare two texts. Ours: a completion is read.");
  }

  private void family(FamilyRow row) {
    out.printf(
        Locale.ROOT,
        "%-26s %,9.0f %9s %10s   %,11.0f %9s %10s%n",
        row.family(),
        row.ours().tasksPerCpuSecond(),
        row.peer().map(p -> whole(p.tasksPerCpuSecond())).orElse("-"),
        ratio(row.taskRatio()),
        row.ours().answersPerCpuSecond(),
        row.peer().map(p -> whole(p.answersPerCpuSecond())).orElse("-"),
        ratio(row.answerRatio()));
  }

  private void ratios(String what, List<FamilyRow> rows, ToDoubleFunction<FamilyRow> ratio) {
    FamilyRow least = rows.stream().min(Comparator.comparingDouble(ratio)).orElseThrow();
    out.printf(
        Locale.ROOT,
        "%s: median ratio %s, least %s (%s), over %d shared families%n",
        what,
        ratio(Figures.median(rows, ratio)),
        ratio(ratio.applyAsDouble(least)),
        least.family(),
        rows.size());
  }

  private static String whole(double value) {
    return String.format(Locale.ROOT, "%,.0f", value);
  }

  private static String ratio(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.1f x", value);
  }

  /** The figures that were promised, each with what came out. */
  void marks(Results results) {
    slowestLevels(results.families());
    out.println();
    for (Mark mark : Mark.of(results)) out.printf(Locale.ROOT, "%s%n", mark);
  }

  private void slowestLevels(List<FamilyRow> rows) {
    List<FamilyRow> slowest =
        rows.stream()
            .sorted(Comparator.comparingDouble(FamilyRow::slowestMillis).reversed())
            .toList();
    long within = rows.stream().filter(row -> row.slowestMillis() <= TASK_MILLIS_MARK).count();
    out.println();
    out.printf(
        Locale.ROOT,
        "Slowest levels (each level of each control, the others at their highest): %d of %d"
            + " families within %.0f ms a task%n",
        within,
        rows.size(),
        TASK_MILLIS_MARK);
    for (FamilyRow row : slowest.subList(0, Math.min(3, slowest.size())))
      out.printf(
          Locale.ROOT,
          "  %6.2f ms  %s [%s]%n",
          row.slowestMillis(),
          row.family(),
          row.slowestLevels());
  }
}
