package dev.whetstone.api;

/** No model that reads steps is loaded; the message says why. */
final class NoStepVerifier extends RuntimeException {
  NoStepVerifier(String message) {
    super(message);
  }
}
