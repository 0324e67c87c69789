package dev.whetstone.cli.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;

/**
 * One HTTP/1.1 client on a plain socket, so that it takes next to nothing from the server beside
 * it; it keeps its connection, or opens a new one for each request. For one thread.
 */
final class Client implements AutoCloseable {
  private static final int TIMEOUT_MILLIS = 60_000;

  private final URI base;
  private final boolean keep;
  private final InetSocketAddress address;
  private Exchange open;
  private long nanos;

  Client(URI base, boolean keep) throws IOException {
    this.base = base;
    this.keep = keep;
    int port = base.getPort() < 0 ? 80 : base.getPort();
    address = new InetSocketAddress(InetAddress.getByName(base.getHost()), port);
  }

  /**
   * Sends one request and reads its whole answer.
   *
   * @throws IOException if the connection fails, or the answer is not a 2xx
   */
  String post(String path, String body) throws IOException {
    long start = System.nanoTime();
    try {
      if (open == null) open = connect();
      String answer = open.post(base.getPath() + path, body);
      if (!keep) close();
      return answer;
    } finally {
      nanos += System.nanoTime() - start;
    }
  }

  /** Time spent in requests, connecting included, since this was last asked. */
  long takeNanos() {
    long taken = nanos;
    nanos = 0;
    return taken;
  }

  private Exchange connect() throws IOException {
    Socket socket = new Socket();
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(TIMEOUT_MILLIS);
    try {
      socket.connect(address, TIMEOUT_MILLIS);
    } catch (SocketTimeoutException e) {
      socket.close();
      throw new IOException("cannot connect to " + base, e);
    }
    return new Exchange(socket, base.getHost(), keep);
  }

  @Override
  public void close() throws IOException {
    if (open != null) open.close();
    open = null;
  }
}
