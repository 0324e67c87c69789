package dev.whetstone.api;

/** Something of ours cannot answer now; the client may try again. */
public final class Unavailable extends RuntimeException {
  public Unavailable(String message) {
    super(message);
  }
}
