package dev.whetstone.cli.train;

import dev.whetstone.model.fit.Validation;
import dev.whetstone.training.Training;
import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A training as a person follows it: one moving line on a terminal, and the validations. */
final class TrainingProgress implements Training.Listener {
  private static final int WIDTH = 30;
  private static final double SMOOTH = 0.95;
  private static final long MINUTE_NANOS = TimeUnit.MINUTES.toNanos(1);

  /** To the line's first column, and all of the line erased: ECMA-48, EL. */
  private static final String OVER = "\r\u001b[K";

  private final PrintStream out;
  private final boolean live;
  private long begun;
  private long told;
  private int first;
  private int steps;
  private long tokens;
  private double loss = Double.NaN;

  TrainingProgress(PrintStream out) {
    this(out, Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false));
  }

  /**
   * @param live whether it is a terminal, where a line can be written over
   */
  TrainingProgress(PrintStream out, boolean live) {
    this.out = out;
    this.live = live;
  }

  @Override
  public void says(String line) {
    out.println(live ? OVER + line : line);
  }

  @Override
  public void begins(int step, int all) {
    begun = System.nanoTime();
    told = begun;
    first = step;
    steps = all;
    if (step > 0) out.println("Going on from the checkpoint at step " + step);
  }

  @Override
  public void stepped(int step, float now, int batchTokens) {
    tokens += batchTokens;
    loss = Double.isNaN(loss) ? now : SMOOTH * loss + (1 - SMOOTH) * now;
    if (live) out.print(OVER + line(step));
    else if (step % 20 == 0 || System.nanoTime() - told > MINUTE_NANOS) {
      told = System.nanoTime();
      out.println(line(step));
    }
    out.flush();
  }

  @Override
  public void validated(Validation validation) {
    out.printf(
        "%s  step %,d: loss %.4f, validation loss %.4f, step AUC %.4f%s%n",
        live ? OVER : "",
        validation.step(),
        validation.loss(),
        validation.validationLoss(),
        validation.auc(),
        validation.best() ? " (best)" : "");
  }

  private String line(int step) {
    double seconds = (System.nanoTime() - begun) / 1e9;
    int done = steps == 0 ? WIDTH : WIDTH * step / steps;
    long left = (long) (seconds / Math.max(1, step - first) * (steps - step));
    return "[%s%s] %,d/%,d  loss %.4f  %,.0f tokens/s  %s left"
        .formatted(
            "#".repeat(done),
            ".".repeat(WIDTH - done),
            step,
            steps,
            loss,
            tokens / seconds,
            said(Duration.ofSeconds(left)));
  }

  private static String said(Duration left) {
    return left.toHours() > 0
        ? "%d h %02d min".formatted(left.toHours(), left.toMinutesPart())
        : "%d min %02d s".formatted(left.toMinutes(), left.toSecondsPart());
  }
}
