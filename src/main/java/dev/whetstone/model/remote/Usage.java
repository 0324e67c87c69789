package dev.whetstone.model.remote;

/** Tokens that an answer took, as its server counts them. */
public record Usage(long inputTokens, long outputTokens) {
  public Usage {
    if (inputTokens < 0 || outputTokens < 0)
      throw new IllegalArgumentException("fewer than no tokens");
  }
}
