package dev.whetstone.benchmark.label;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** The lines of a text, plain or gzipped, in bounded memory. */
final class Lines implements Closeable {
  private static final int GZIP_MAGIC = 0x1f8b;
  private static final int BUFFER = 1 << 16;

  private final InputStream in;
  private final LabelLimits limits;
  private final byte[] buffer = new byte[BUFFER];
  private int from;
  private int to;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private long lineLength;
  private long fileLength;
  private long number;

  /**
   * One line, without its end.
   *
   * @param bytes empty where it is too long
   */
  record Line(long number, Optional<byte[]> bytes) {}

  Lines(InputStream raw, LabelLimits limits) throws IOException {
    this.in = unpacked(new BufferedInputStream(raw, BUFFER));
    this.limits = limits;
  }

  private static InputStream unpacked(BufferedInputStream raw) throws IOException {
    raw.mark(2);
    int magic = raw.read() << 8 | raw.read();
    raw.reset();
    return magic == GZIP_MAGIC ? new GZIPInputStream(raw, BUFFER) : raw;
  }

  /**
   * The next that is not blank; empty after the last one.
   *
   * @throws IOException if the file is broken, or longer than allowed
   */
  Optional<Line> next() throws IOException {
    while (readLine()) {
      number++;
      if (lineLength > limits.maxLine()) return Optional.of(new Line(number, Optional.empty()));
      byte[] bytes = line.toByteArray();
      if (!isBlank(bytes)) return Optional.of(new Line(number, Optional.of(bytes)));
    }
    return Optional.empty();
  }

  private boolean readLine() throws IOException {
    line.reset();
    lineLength = 0;
    boolean isEnded = false;
    while (!isEnded && fill()) isEnded = takeUpToTheEnd();
    return isEnded || lineLength > 0;
  }

  private static boolean isBlank(byte[] line) {
    for (byte b : line) if (b != ' ' && b != '\t' && b != '\r') return false;
    return true;
  }

  /** Whether there is anything left. */
  private boolean fill() throws IOException {
    if (from < to) return true;
    from = 0;
    to = in.read(buffer);
    fileLength += Math.max(0, to);
    if (fileLength > limits.maxFile())
      throw new IOException("it holds more than %d bytes".formatted(limits.maxFile()));
    return to > 0;
  }

  /** Whether the line's end was there. */
  private boolean takeUpToTheEnd() {
    int end = from;
    while (end < to && buffer[end] != '\n') end++;
    lineLength += end - from;
    if (lineLength <= limits.maxLine()) line.write(buffer, from, end - from);
    from = end + 1;
    return end < to;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
