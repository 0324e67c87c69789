package dev.whetstone.cli.labels;

import java.io.Console;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Optional;

/** How far a file has been read: a bar on a terminal, nothing elsewhere. */
final class ImportProgress implements AutoCloseable {
  private static final int WIDTH = 30;
  private static final long FRAME_NANOS = 100_000_000;
  private static final String CLEAR_LINE = "\r\u001b[2K";

  private final PrintStream out;
  private final String name;
  private final long size;
  private final boolean isShown;
  private long read;
  private long lastFrame = System.nanoTime();

  ImportProgress(PrintStream out, String name, long size) {
    this.out = out;
    this.name = name;
    this.size = Math.max(1, size);
    this.isShown = Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
  }

  /** The same bytes, counted. */
  InputStream watch(InputStream in) {
    return new FilterInputStream(in) {
      @Override
      public int read() throws IOException {
        int next = super.read();
        if (next >= 0) count(1);
        return next;
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        if (count > 0) count(count);
        return count;
      }
    };
  }

  private void count(int more) {
    read += more;
    if (!isShown || System.nanoTime() - lastFrame < FRAME_NANOS) return;
    lastFrame = System.nanoTime();
    out.print(CLEAR_LINE + bar(name, read, size));
    out.flush();
  }

  static String bar(String name, long read, long size) {
    int done = (int) Math.min(WIDTH, WIDTH * read / size);
    return "%s %s%s %3d %%"
        .formatted(
            name, "█".repeat(done), "░".repeat(WIDTH - done), Math.min(100, 100 * read / size));
  }

  @Override
  public void close() {
    if (!isShown) return;
    out.print(CLEAR_LINE);
    out.flush();
  }
}
