package dev.whetstone.task;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, in hexadecimal. */
public record Hash(String hex) {
  /** Of a sequence of texts, each preceded by its length so that no two sequences meet. */
  public static Hash of(String... parts) {
    MessageDigest digest = sha256();
    for (String part : parts) {
      byte[] bytes = part.getBytes(UTF_8);
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
      digest.update(bytes);
    }
    return new Hash(HexFormat.of().formatHex(digest.digest()));
  }

  /** Plain SHA-256 of one text in UTF-8, as any other tool computes it. */
  public static Hash ofText(String text) {
    return new Hash(HexFormat.of().formatHex(sha256().digest(text.getBytes(UTF_8))));
  }

  /** The first 64 bits, for seeding. */
  public long asLong() {
    return Long.parseUnsignedLong(hex, 0, 16, 16);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
