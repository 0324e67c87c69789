package dev.whetstone.cli.bench.verifier;

import java.io.Console;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;

/** How far the judges have come: a bar on a terminal, a line for each tenth elsewhere. */
final class JudgeProgress {
  private static final int WIDTH = 30;
  private static final String CLEAR_LINE = "\r\u001b[2K";

  private final PrintStream out;
  private final long all;
  private final boolean isTerminal;
  private final long start = System.nanoTime();
  private long done;
  private long shown = -1;

  JudgeProgress(PrintStream out, long all) {
    this.out = out;
    this.all = Math.max(1, all);
    this.isTerminal = Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
  }

  void more(int judged) {
    done += judged;
    long now = (isTerminal ? 200 : 10) * done / all;
    if (now == shown) return;
    shown = now;
    if (isTerminal) out.print(CLEAR_LINE + bar(done, all, (System.nanoTime() - start) / 1e9));
    else out.println(String.format(Locale.ROOT, "  %,d of %,d judgements", done, all));
    out.flush();
  }

  static String bar(long done, long all, double seconds) {
    int full = (int) (WIDTH * done / all);
    String left = done == 0 ? "" : "%.0f s left".formatted(seconds * (all - done) / done);
    return "%s%s %3d %%  %s"
        .formatted("█".repeat(full), "░".repeat(WIDTH - full), 100 * done / all, left);
  }

  /** Leaves the terminal as it was. */
  void end() {
    if (isTerminal) out.print(CLEAR_LINE);
    out.flush();
  }
}
