package dev.whetstone.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page shows hostile text: what may run in it is one script, known by its hash. */
class ReviewPageTest {
  private static final Path PAGE = Path.of("src/main/resources/META-INF/resources/review.html");

  @Test
  void itsPolicyAllowsItsOwnScriptAndNoOther() throws IOException, NoSuchAlgorithmException {
    String page = Files.readString(PAGE);
    assertEquals(1, count(page, "<script"));
    String script = between(page, "<script>", "</script>");
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(script.getBytes(UTF_8));
    assertEquals(
        Base64.getEncoder().encodeToString(hash), between(page, "script-src 'sha256-", "'"));
    assertTrue(page.contains("default-src 'none'"));
  }

  @Test
  void noTextBecomesMarkup() throws IOException {
    String page = Files.readString(PAGE);
    for (String sink : List.of("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write"))
      assertFalse(page.contains(sink), sink);
  }

  private static int count(String text, String part) {
    return text.split(part, -1).length - 1;
  }

  private static String between(String text, String start, String end) {
    int from = text.indexOf(start) + start.length();
    return text.substring(from, text.indexOf(end, from));
  }
}
