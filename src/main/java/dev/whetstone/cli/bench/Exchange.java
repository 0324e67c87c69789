package dev.whetstone.cli.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.Locale;

/** Requests and answers on one connection: as much of HTTP/1.1 as the server's JSON needs. */
final class Exchange implements AutoCloseable {
  private static final int BUFFER = 32_768;
  private static final int MAX_LINE = 8_192;

  private final Socket socket;
  private final InputStream in;
  private final String headers;

  Exchange(Socket socket, String host, boolean keep) throws IOException {
    this.socket = socket;
    in = new BufferedInputStream(socket.getInputStream(), BUFFER);
    headers =
        " HTTP/1.1\r\nHost: "
            + host
            + "\r\nContent-Type: application/json\r\n"
            + (keep ? "" : "Connection: close\r\n");
  }

  String post(String path, String body) throws IOException {
    send(path, body);
    String status = line();
    String answer = body();
    if (!status.startsWith("HTTP/1.1 2"))
      throw new IOException(status + " of " + path + ": " + answer);
    return answer;
  }

  /** In one write, so that the server reads it in one piece. */
  private void send(String path, String body) throws IOException {
    byte[] content = body.getBytes(UTF_8);
    String head = "POST " + path + headers + "Content-Length: " + content.length + "\r\n\r\n";
    ByteArrayOutputStream request = new ByteArrayOutputStream(head.length() + content.length);
    request.writeBytes(head.getBytes(ISO_8859_1));
    request.writeBytes(content);
    request.writeTo(socket.getOutputStream());
  }

  private String body() throws IOException {
    int length = 0;
    boolean chunked = false;
    for (String header = line(); !header.isEmpty(); header = line()) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:"))
        length = Integer.parseInt(header.substring(15).trim());
      if (lower.startsWith("transfer-encoding:")) chunked = lower.contains("chunked");
    }
    return new String(chunked ? chunks() : in.readNBytes(length), UTF_8);
  }

  private byte[] chunks() throws IOException {
    ByteArrayOutputStream whole = new ByteArrayOutputStream(BUFFER);
    for (int size = chunkSize(); size > 0; size = chunkSize()) {
      whole.write(in.readNBytes(size));
      line();
    }
    line();
    return whole.toByteArray();
  }

  private int chunkSize() throws IOException {
    return Integer.parseInt(line().strip(), 16);
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder(64);
    for (int read = in.read(); read != '\n'; read = in.read()) {
      if (read < 0) throw new EOFException("the server closed the connection");
      if (line.length() == MAX_LINE) throw new IOException("a header without end");
      if (read != '\r') line.append((char) read);
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
