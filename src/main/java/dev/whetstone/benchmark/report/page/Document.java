package dev.whetstone.benchmark.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** One HTML file that needs no other: with its style, and without scripts. */
public final class Document {
  private Document() {}

  /**
   * @param title escaped, as is the body
   */
  public static String of(String title, String body) {
    return """
    <!doctype html>
    <html lang="en"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>%s</title>
    <style>
    %s</style></head><body><main>
    %s</main></body></html>
    """
        .formatted(title, style(), body);
  }

  private static String style() {
    try (InputStream css = Document.class.getResourceAsStream("/benchmark/report.css")) {
      return new String(css.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
