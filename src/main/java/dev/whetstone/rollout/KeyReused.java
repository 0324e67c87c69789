package dev.whetstone.rollout;

/** An idempotency key came again with another request. */
public final class KeyReused extends RuntimeException {
  public KeyReused(String key) {
    super("idempotency key " + key + " was used for another request");
  }
}
