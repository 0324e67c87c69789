package dev.whetstone.model.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.model.text.Tokens;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QuoteTest {
  @Test
  void theLikeliestTokenIsWidenedToItsLikelyNeighboursAndToWords() {
    Tokens tokens = tokens(0, 2, 3, 5, 5, 6, 7, 9);
    assertEquals("bc1 de", new Quote("aa bc1 de", tokens, new float[] {-2, 1, 2, 0.5f}).text());
    assertEquals("bc1", new Quote("aa bc1 de", tokens, new float[] {-2, -1, -0.5f, -3}).text());
  }

  @Test
  void aLongQuoteIsCutAroundItsLikeliestTokenAndSplitsNoPair() {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      String step = (seed % 2 == 0 ? "x" : "") + "\uD83E\uDD5A".repeat(random.nextInt(140, 600));
      int best = step.offsetByCodePoints(0, random.nextInt(step.codePointCount(0, step.length())));
      int end = step.offsetByCodePoints(best, 1);
      String quote = new Quote(step, tokens(best, end), new float[] {1}).text();
      assertTrue(quote.length() <= Quote.LONGEST);
      assertTrue(quote.length() >= Math.min(step.length(), Quote.LONGEST - 2));
      assertTrue(step.contains(quote));
      assertFalse(Character.isLowSurrogate(quote.charAt(0)));
      assertFalse(Character.isHighSurrogate(quote.charAt(quote.length() - 1)));
    }
  }

  @Test
  void aStepWithoutTokensIsQuotedItself() {
    assertEquals("", new Quote("", tokens(), new float[0]).text());
    assertEquals(300, new Quote(" ".repeat(999), tokens(), new float[0]).text().length());
  }

  /**
   * @param places start and end of each
   */
  private static Tokens tokens(int... places) {
    int count = places.length / 2;
    Tokens tokens = new Tokens(new int[count], new int[count + 1], new int[count], new int[count]);
    for (int i = 0; i < count; i++) {
      tokens.starts()[i] = places[2 * i];
      tokens.ends()[i] = places[2 * i + 1];
    }
    return tokens;
  }
}
