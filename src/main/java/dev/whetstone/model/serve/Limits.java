package dev.whetstone.model.serve;

import dev.whetstone.model.Derivation;
import dev.whetstone.model.Unscorable;
import java.time.Duration;

/**
 * What one scorer is asked to do at once.
 *
 * @param queue derivations that may wait
 * @param queueTokens tokens that may wait; a derivation that has more may wait where no other does
 * @param batchTokens tokens of a batch, padding counted; a derivation that has more goes alone
 * @param deadline what a derivation waits for its reading, where its client says nothing else
 * @param delay what the first of a batch waits for others to join it
 * @param maxCharacters characters of a derivation
 * @param maxSteps steps of a derivation
 */
public record Limits(
    int queue,
    long queueTokens,
    long batchTokens,
    Duration deadline,
    Duration delay,
    int maxCharacters,
    int maxSteps) {
  public Limits {
    requirePositive("queue", queue);
    requirePositive("queue tokens", queueTokens);
    requirePositive("batch tokens", batchTokens);
    requirePositive("characters", maxCharacters);
    requirePositive("steps", maxSteps);
    if (!deadline.isPositive()) throw new IllegalArgumentException("deadline: " + deadline);
    if (delay.isNegative()) throw new IllegalArgumentException("delay: " + delay);
  }

  public static Limits from(ModelSettings settings) {
    return new Limits(
        settings.queue(),
        settings.queueTokens(),
        settings.batchTokens(),
        settings.deadline(),
        settings.delay(),
        settings.maxCharacters(),
        settings.maxSteps());
  }

  private static void requirePositive(String what, long value) {
    if (value < 1) throw new IllegalArgumentException(what + ": " + value + ", at least 1");
  }

  /**
   * @throws Unscorable saying which limit it breaks
   */
  void require(Derivation derivation) throws Unscorable {
    int steps = derivation.steps().size();
    if (steps == 0) throw new Unscorable("it has no steps");
    if (steps > maxSteps) throw new Unscorable("it has " + steps + " steps, at most " + maxSteps);
    long characters = derivation.length();
    if (characters > maxCharacters)
      throw new Unscorable("it has " + characters + " characters, at most " + maxCharacters);
  }
}
