package dev.whetstone.cli;

import java.io.Console;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;

/** How far a long piece of work has come: a bar on a terminal, a line for each tenth elsewhere. */
public final class Progress {
  private static final int WIDTH = 30;
  private static final String CLEAR_LINE = "\r\u001b[2K";

  private final PrintStream out;
  private final long all;
  private final String of;
  private final boolean isTerminal;
  private final long start = System.nanoTime();
  private long done;
  private long shown = -1;

  /**
   * @param of what it is counted in
   */
  public Progress(PrintStream out, long all, String of) {
    this.out = out;
    this.all = Math.max(1, all);
    this.of = of;
    this.isTerminal = Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
  }

  /** On any thread. */
  public synchronized void more(int more) {
    done += more;
    long now = (isTerminal ? 200 : 10) * done / all;
    if (now == shown) return;
    shown = now;
    if (isTerminal) out.print(CLEAR_LINE + bar(done, all, seconds()) + rate());
    else out.println(String.format(Locale.ROOT, "  %,d of %,d %s%s", done, all, of, rate()));
    out.flush();
  }

  private double seconds() {
    return (System.nanoTime() - start) / 1e9;
  }

  private String rate() {
    return String.format(Locale.ROOT, ", %,.0f/s", done / Math.max(1e-3, seconds()));
  }

  public static String bar(long done, long all, double seconds) {
    int full = (int) (WIDTH * done / all);
    String left = done == 0 ? "" : "%.0f s left".formatted(seconds * (all - done) / done);
    return "%s%s %3d %%  %s"
        .formatted("█".repeat(full), "░".repeat(WIDTH - full), 100 * done / all, left);
  }

  /** Leaves the terminal as it was. */
  public synchronized void end() {
    if (isTerminal) out.print(CLEAR_LINE);
    out.flush();
  }
}
