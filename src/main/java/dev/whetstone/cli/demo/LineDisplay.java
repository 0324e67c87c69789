package dev.whetstone.cli.demo;

import java.io.PrintStream;
import java.util.Locale;

/** A plain line now and then: for files, pipes and small terminals. */
final class LineDisplay implements Display {
  private static final int LINES = 15;

  private final PrintStream out;
  private final int steps;

  LineDisplay(PrintStream out, String title, int steps) {
    this.out = out;
    this.steps = steps;
    out.println(title);
  }

  @Override
  public boolean isDue(int step) {
    return step == steps || step % Math.max(1, steps / LINES) == 0;
  }

  @Override
  public void show(int step, Scoreboard board) {
    double rate =
        board.standings().stream()
            .mapToDouble(Standing::rate)
            .filter(r -> !Double.isNaN(r))
            .average()
            .orElse(0);
    int gained = board.standings().stream().mapToInt(Standing::gained).sum();
    out.println(
        String.format(
            Locale.ROOT,
            "step %4d/%d  tasks %,7d  rewards %,8d  %,6.0f/s  pass rate %3.0f %%  usable groups"
                + " %3.0f %%  levels gained %3d",
            step,
            steps,
            board.tasks(),
            board.rewards(),
            board.rewardsPerSecond(),
            100 * rate,
            100 * board.usableShare(),
            gained));
  }

  @Override
  public void close() {
    out.println();
  }
}
