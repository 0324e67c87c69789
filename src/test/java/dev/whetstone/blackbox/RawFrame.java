package dev.whetstone.blackbox;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Sends a message in one frame, however long, as Python's clients do, and reads the answer's. */
final class RawFrame {
  private static final int LIMIT_MILLIS = 30_000;
  private static final int FINAL_TEXT = 0x81;
  private static final int MASKED_LONG = 0xFF;
  private static final int CLOSE = 0x88;

  private RawFrame() {}

  /** The code that the socket is closed with. */
  static int closes(Door door, String path, String message) throws IOException {
    URI base = URI.create(door.base());
    try (Socket socket = new Socket(base.getHost(), base.getPort())) {
      socket.setSoTimeout(LIMIT_MILLIS);
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      DataInputStream in = new DataInputStream(socket.getInputStream());
      shakeHands(out, in, path);
      byte[] payload = message.getBytes(StandardCharsets.UTF_8);
      out.write(new byte[] {(byte) FINAL_TEXT, (byte) MASKED_LONG});
      out.writeLong(payload.length);
      out.writeInt(0);
      out.write(payload);
      out.flush();
      if (in.readUnsignedByte() != CLOSE) throw new AssertionError("no close frame");
      in.readUnsignedByte();
      return in.readUnsignedShort();
    }
  }

  private static void shakeHands(DataOutputStream out, DataInputStream in, String path)
      throws IOException {
    String head =
        """
        Host: test
        Upgrade: websocket
        Connection: Upgrade
        Sec-WebSocket-Version: 13
        Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==

        """;
    String whole = "GET " + path + " HTTP/1.1\n" + head;
    out.write(whole.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
    StringBuilder answer = new StringBuilder();
    while (answer.indexOf("\r\n\r\n") < 0) answer.append((char) in.readUnsignedByte());
    if (!answer.toString().startsWith("HTTP/1.1 101")) throw new AssertionError(answer);
  }
}
