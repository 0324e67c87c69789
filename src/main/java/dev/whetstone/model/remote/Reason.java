package dev.whetstone.model.remote;

/** Why a model gave no answer. */
public enum Reason {
  /** Nothing listens there, or it cannot be found. */
  UNREACHABLE(true),
  /** It asks to come again later: 429 or 503. */
  BUSY(true),
  /** It failed: another status of 500 and above. */
  SERVER_ERROR(true),
  /** The connection broke before the answer was whole. */
  BROKEN_OFF(true),
  /** One request took longer than a request may. */
  HUNG(true),
  /** It will not answer this, now or later: a 4xx, a redirect. */
  REFUSED(false),
  /** What came is no chat completion. */
  UNREADABLE(false),
  /** What came is longer than an answer may be. */
  TOO_LARGE(false),
  /** The time for the whole call was over. */
  DEADLINE(false),
  /** Nobody waits for it any more. */
  CANCELLED(false),
  /** Our own mistake; it is logged. */
  FAULT(false);

  private final boolean passing;

  Reason(boolean passing) {
    this.passing = passing;
  }

  /** Whether the same question may have an answer a little later. */
  public boolean isPassing() {
    return passing;
  }
}
