package dev.whetstone.blackbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes a request byte by byte, as no decent client would, and reads what comes meanwhile. */
final class RawHttp {
  private static final int LIMIT_MILLIS = 30_000;
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3}) ");
  private static final Pattern LENGTH = Pattern.compile("(?im)^content-length: *(\\d+)");
  private static final Pattern TYPE = Pattern.compile("(?im)^content-type: *(.*)$");
  private static final Pattern AGAIN = Pattern.compile("(?im)^retry-after: *(.*)$");

  /** Writes a request's body. */
  @FunctionalInterface
  interface Body {
    void write(OutputStream out) throws IOException;
  }

  private RawHttp() {}

  /** Sends the head, which names no connection header, and then the body. */
  static Reply send(Door door, String head, Body body) throws IOException {
    URI base = URI.create(door.base());
    long start = System.nanoTime();
    try (Socket socket = new Socket(base.getHost(), base.getPort())) {
      socket.setSoTimeout(LIMIT_MILLIS);
      Thread writer = Thread.startVirtualThread(() -> write(socket, head, body));
      String answer = read(socket.getInputStream());
      writer.interrupt();
      return reply(answer, Duration.ofNanos(System.nanoTime() - start));
    }
  }

  /** Sends the head, waits a moment, and is gone before the body. */
  static void hangUp(Door door, String head) throws IOException, InterruptedException {
    URI base = URI.create(door.base());
    try (Socket socket = new Socket(base.getHost(), base.getPort())) {
      socket.setSoLinger(true, 0);
      write(socket, head, out -> {});
      Thread.sleep(30);
    }
  }

  private static void write(Socket socket, String head, Body body) {
    String whole = head.strip() + "\nHost: test\nConnection: close\n\n";
    try {
      OutputStream out = socket.getOutputStream();
      out.write(whole.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      body.write(out);
      out.flush();
    } catch (IOException hungUp) {
      // The server may answer and hang up before it has read everything.
    }
  }

  /** As far as the answer's own length says; to the end where it says none. */
  private static String read(InputStream in) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try {
      for (int next = in.read(); next >= 0; next = in.read()) {
        all.write(next);
        if (next == '\n' || next == '}') if (isWhole(all.toString(StandardCharsets.UTF_8))) break;
      }
    } catch (IOException reset) {
      if (all.size() == 0) throw reset;
    }
    return all.toString(StandardCharsets.UTF_8);
  }

  private static boolean isWhole(String answer) {
    int head = answer.indexOf("\r\n\r\n");
    Matcher length = LENGTH.matcher(answer);
    if (head < 0 || !length.find()) return false;
    int body = answer.substring(head + 4).getBytes(StandardCharsets.UTF_8).length;
    return body >= Integer.parseInt(length.group(1));
  }

  private static Reply reply(String answer, Duration took) {
    String[] parts = answer.replaceFirst("^HTTP/1.1 100 [^\r]*\r\n\r\n", "").split("\r\n\r\n", 2);
    Matcher status = STATUS.matcher(parts[0]);
    if (!status.lookingAt()) throw new AssertionError("no HTTP: " + answer);
    Matcher type = TYPE.matcher(parts[0]);
    Matcher again = AGAIN.matcher(parts[0]);
    return new Reply(
        Integer.parseInt(status.group(1)),
        type.find() ? type.group(1).strip() : "",
        again.find() ? again.group(1).strip() : null,
        parts.length == 2 ? parts[1] : "",
        took);
  }
}
