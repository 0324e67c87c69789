package dev.whetstone.verify.proof.issue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.whetstone.verify.proof.issue.Passage.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PassageTest {
  @Test
  void aQuoteIsFoundWhateverItsWhiteSpace() {
    String text = "  we\n\n see that\tx = 2";
    Span span = new Passage(text).find(" we see  that x ").getFirst();
    assertEquals("we\n\n see that\tx", text.substring(span.start(), span.end()));
    assertEquals(List.of(), new Passage(text).find("wesee"));
    assertEquals(List.of(), new Passage(text).find(" "));
    assertEquals(List.of(), new Passage("").find("x"));
  }

  @Test
  void theSamePlacesAreFoundAsByTryingEach() {
    SplittableRandom random = new SplittableRandom(9);
    for (int i = 0; i < 3_000; i++) {
      String text = text(random, random.nextInt(40));
      String quote = text(random, 1 + random.nextInt(6));
      assertEquals(tried(text, quote), new Passage(text).find(quote), text + " / " + quote);
    }
  }

  private static String text(SplittableRandom random, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) text.append(random.nextInt(4) == 0 ? 'b' : 'a');
    return text.toString();
  }

  private static List<Span> tried(String text, String quote) {
    List<Span> spans = new ArrayList<>();
    for (int at = 0; at + quote.length() <= text.length() && spans.size() < 16; at++)
      if (text.startsWith(quote, at)) spans.add(new Span(at, at + quote.length()));
    return spans;
  }
}
