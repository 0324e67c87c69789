package dev.whetstone.model.host;

import dev.whetstone.model.Derivation;
import dev.whetstone.model.Unscorable;

/**
 * What our own step verifier reads at once.
 *
 * @param callTokens tokens of one call of the engine, padding counted; a row that has more goes
 *     alone
 * @param stepCharacters UTF-16 chars of a step, and of a problem
 * @param characters of a derivation
 */
public record Bounds(long callTokens, int stepCharacters, int characters) {
  /** Some four times what fills a window of 512 tokens. */
  public static final Bounds USUAL = new Bounds(8_192, 8_192, 262_144);

  public Bounds {
    requirePositive("tokens of a call", callTokens);
    requirePositive("characters of a step", stepCharacters);
    requirePositive("characters", characters);
  }

  private static void requirePositive(String what, long value) {
    if (value < 1) throw new IllegalArgumentException(what + ": " + value + ", at least 1");
  }

  /**
   * Before any work is done on it.
   *
   * @throws Unscorable saying which limit it breaks
   */
  void require(Derivation derivation) throws Unscorable {
    if (derivation.steps().isEmpty()) throw new Unscorable("a derivation without steps");
    requireWithin(derivation.length());
    requireShort("its problem", derivation.problem());
    for (int i = 0; i < derivation.steps().size(); i++)
      requireShort("step " + i, derivation.steps().get(i));
  }

  void requireWithin(long length) throws Unscorable {
    if (length > characters)
      throw new Unscorable(
          "%d characters, where at most %d are read".formatted(length, characters));
  }

  void requireShort(String what, String text) throws Unscorable {
    if (text.length() > stepCharacters)
      throw new Unscorable(
          "%s has %d characters, where at most %d are read"
              .formatted(what, text.length(), stepCharacters));
  }
}
