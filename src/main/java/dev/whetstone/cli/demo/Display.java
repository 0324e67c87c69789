package dev.whetstone.cli.demo;

import java.io.Console;
import java.io.PrintStream;
import java.util.Optional;

/** Where the demo is watched: a terminal that is drawn again and again, or plain lines. */
interface Display extends AutoCloseable {
  /** Whether to show this step. */
  boolean isDue(int step);

  void show(int step, Scoreboard board);

  @Override
  void close();

  /** The live drawing, where the output is a terminal with room for it. */
  static Display on(PrintStream out, String title, int steps, int families) {
    boolean isTerminal =
        Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    TerminalSize size = TerminalSize.now();
    return isTerminal && size.fits(families)
        ? new LiveDisplay(out, title, steps, size.columns())
        : new LineDisplay(out, title, steps);
  }
}
