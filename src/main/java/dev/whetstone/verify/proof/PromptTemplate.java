package dev.whetstone.verify.proof;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A prompt with places {@code {{name}}}. What is put in is never read for places again; {@code
 * {{mark}}} is a hash of all that is put in, so that no text can hold the mark that ends it.
 */
final class PromptTemplate {
  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z_]{1,30})}}");
  private static final String MARK = "mark";
  private static final int MARK_BYTES = 6;

  private final String text;

  private PromptTemplate(String text) {
    this.text = text;
  }

  /** One of those that come with the program, by its name. */
  static PromptTemplate named(String name) {
    String file = "/prompts/" + name + ".txt";
    try (InputStream in = PromptTemplate.class.getResourceAsStream(file)) {
      if (in == null) throw new IllegalStateException("not among the resources: " + file);
      return new PromptTemplate(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Another one for any change of its words. */
  String version() {
    return mark(Map.of("text", text));
  }

  /**
   * @throws IllegalArgumentException if a place has no value
   */
  String fill(Map<String, String> values) {
    String mark = mark(values);
    return PLACE
        .matcher(text)
        .replaceAll(
            place -> {
              String name = place.group(1);
              String value = name.equals(MARK) ? mark : values.get(name);
              if (value == null) throw new IllegalArgumentException("nothing to put at " + name);
              return Matcher.quoteReplacement(value);
            });
  }

  private static String mark(Map<String, String> values) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      values.entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(e -> digest.update((e + "\0").getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest(), 0, MARK_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
