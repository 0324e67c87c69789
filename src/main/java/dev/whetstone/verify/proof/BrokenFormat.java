package dev.whetstone.verify.proof;

/** A response that cannot be read; the message says why, in our words. */
final class BrokenFormat extends Exception {
  private static final long serialVersionUID = 1;

  BrokenFormat(String why) {
    super(why);
  }
}
