package dev.whetstone.model.remote;

import java.util.OptionalLong;

/**
 * How an answer is drawn.
 *
 * @param temperature in [0, 2]
 * @param topP the share of probability that is drawn from, in (0, 1]
 * @param maxTokens of one answer
 * @param seed sample i is asked with this plus i; empty where the server chooses
 */
public record Sampling(double temperature, double topP, int maxTokens, OptionalLong seed) {
  public Sampling {
    if (!(temperature >= 0 && temperature <= 2))
      throw new IllegalArgumentException("temperature lies between 0 and 2, not " + temperature);
    if (!(topP > 0 && topP <= 1))
      throw new IllegalArgumentException("top_p lies in (0, 1], not " + topP);
    if (maxTokens < 1) throw new IllegalArgumentException("no tokens to answer: " + maxTokens);
  }

  public static Sampling from(RemoteSettings settings) {
    return new Sampling(
        settings.temperature(), settings.topP(), settings.maxTokens(), settings.seed());
  }
}
