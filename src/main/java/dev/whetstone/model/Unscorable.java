package dev.whetstone.model;

/** A derivation that a scorer refuses by a stated rule; the message is for the client. */
public final class Unscorable extends Exception {
  public Unscorable(String reason) {
    super(reason);
  }
}
