package dev.whetstone.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * What a client shows. It is told once and kept as a hash: 256 random bits are beyond guessing, so
 * a fast hash protects them as well as a slow one, which is for passwords, and costs each request
 * nothing.
 */
public record Secret(String text) {
  public static final String PREFIX = "wsk_";

  private static final int BYTES = 32;
  private static final int LENGTH = PREFIX.length() + (BYTES * 4 + 2) / 3;
  private static final SecureRandom RANDOM = new SecureRandom();

  static Secret fresh() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new Secret(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** Whether a text can be one at all. */
  public static boolean isLike(String text) {
    return text.startsWith(PREFIX);
  }

  byte[] hash() {
    if (text.length() != LENGTH) return new byte[0];
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Never its text: what is logged is read by others. */
  @Override
  public String toString() {
    return PREFIX + "...";
  }
}
