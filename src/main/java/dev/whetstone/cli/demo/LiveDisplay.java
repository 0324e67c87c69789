package dev.whetstone.cli.demo;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** The whole picture, drawn over itself several times a second. */
final class LiveDisplay implements Display {
  private static final long FRAME_NANOS = 150_000_000;
  private static final String HIDE_CURSOR = "\u001b[?25l";
  private static final String SHOW_CURSOR = "\u001b[?25h";
  private static final String CLEAR_LINE = "\u001b[2K";

  private final PrintStream out;
  private final int steps;
  private final Picture picture;
  private final Thread onInterrupt;
  private long lastFrame;
  private int drawnLines;

  LiveDisplay(PrintStream out, String title, int steps, int columns) {
    this.out = out;
    this.steps = steps;
    picture = new Picture(title, steps, columns);
    onInterrupt = new Thread(() -> out.print(SHOW_CURSOR + "\n"), "show-cursor");
    Runtime.getRuntime().addShutdownHook(onInterrupt);
    out.print(HIDE_CURSOR);
  }

  @Override
  public boolean isDue(int step) {
    return step == 1 || step == steps || System.nanoTime() - lastFrame >= FRAME_NANOS;
  }

  @Override
  public void show(int step, Scoreboard board) {
    List<String> lines = new ArrayList<>(picture.of(step, board));
    StringBuilder frame = new StringBuilder();
    if (drawnLines > 0) frame.append("\u001b[").append(drawnLines).append('A');
    for (String line : lines) frame.append(CLEAR_LINE).append(line).append('\n');
    out.print(frame);
    out.flush();
    drawnLines = lines.size();
    lastFrame = System.nanoTime();
  }

  @Override
  public void close() {
    out.print(SHOW_CURSOR + "\n");
    out.flush();
    Runtime.getRuntime().removeShutdownHook(onInterrupt);
  }
}
