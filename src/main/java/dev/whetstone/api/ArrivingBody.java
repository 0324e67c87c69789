package dev.whetstone.api;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Counts a body as it is read. */
final class ArrivingBody extends FilterInputStream {
  private static final int BLOCK = 8_192;

  private final BodyMemory.Share share;
  private final boolean isInner;
  private long arrived;

  private ArrivingBody(InputStream in, BodyMemory.Share share, boolean isInner) {
    super(in);
    this.share = share;
    this.isInner = isInner;
  }

  static InputStream plain(InputStream sent, BodyMemory.Share share) {
    return new ArrivingBody(sent, share, true);
  }

  /** Both what was sent and what comes out of it have to fit. */
  static InputStream unzipped(InputStream sent, BodyMemory.Share share) throws IOException {
    try {
      return new ArrivingBody(new GZIPInputStream(plain(sent, share), BLOCK), share, false);
    } catch (ZipException | EOFException notGzip) {
      throw BadBody.notGzip();
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] to, int offset, int length) throws IOException {
    try {
      int read = super.read(to, offset, length);
      if (read > 0) share.reach(arrived += read);
      return read;
    } catch (ZipException | EOFException notGzip) {
      throw BadBody.notGzip();
    }
  }

  /** What is left of what was sent is not read, as closing that stream would do. */
  @Override
  public void close() throws IOException {
    if (!isInner) super.close();
  }
}
