package dev.whetstone.model.remote;

/** A body that is no chat completion; the message says why, in our words. */
final class Unfit extends Exception {
  private static final long serialVersionUID = 1;

  Unfit(String reason) {
    super(reason);
  }
}
