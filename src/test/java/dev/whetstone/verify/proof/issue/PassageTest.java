package dev.whetstone.verify.proof.issue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.whetstone.verify.proof.issue.Passage.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassageTest {
  @Test
  void aQuoteIsFoundWhateverItsWhiteSpace() {
    String text = "  we\n\n see that\tx = 2";
    Span span = new Passage(text).find(" we see  that x ").getFirst();
    assertEquals("we\n\n see that\tx", text.substring(span.start(), span.end()));
    assertEquals(new Span(2, 10), new Passage(text).find("wesee").getFirst());
    assertEquals(List.of(), new Passage(text).find("we set"));
    assertEquals(List.of(), new Passage(text).find(" "));
    assertEquals(List.of(), new Passage("").find("x"));
  }

  /** No-break and zero-width spaces, hyphens that are not shown, other minuses and digits. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\u00a0=\u202fb\u2009-\u3000c",
        "a\u200b = \u2060b\u00ad - c\ufeff",
        "a = b \u2212 c",
        "a = b \u2013 c",
        "\uff41 = \uff42 - \uff43",
        "**a = b - c**",
        "$a=b-c$",
        "`a` = _b_ - c",
        "a=b-c.",
        "a = b - c.,;"
      })
  void whatReadersTakeForTheSameIsFound(String quote) {
    String text = "Now a = b - c, so.";
    Span span = new Passage(text).find(quote).getFirst();
    assertEquals("a = b - c", text.substring(span.start(), span.end()));
    assertFalse(new Passage("see " + quote).find("a = b - c").isEmpty());
  }

  @Test
  void accentsQuotationMarksAndFractionsAreOneHoweverTheyAreWritten() {
    assertEquals(1, new Passage("Poincar\u00e9 says").find("Poincare\u0301 says").size());
    assertEquals(1, new Passage("Poincare\u0301 says").find("Poincar\u00e9 says").size());
    assertEquals(1, new Passage("it's \"odd\"").find("it\u2019s \u201codd\u201d").size());
    assertEquals(1, new Passage("f\u2032 = \u00bd").find("f' = 1/2").size());
    assertEquals(0, new Passage("a \u2260 b").find("a = b").size());
    assertEquals(0, new Passage("We see").find("we see").size());
  }

  @Test
  void aCharacterOfSeveralLettersKeepsItsPlace() {
    String text = "\ud835\udc65 \ufdfa = 2\ud800";
    Span whole = new Passage(text).find(text).getFirst();
    assertEquals(new Span(0, text.length()), whole);
    assertEquals(new Span(0, 2), new Passage(text).find("x").getFirst());
    String many = "\ufdfa".repeat(100_000);
    assertEquals(16, new Passage(many).find("\ufdfa\ufdfa").size());
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
