package dev.whetstone.benchmark.report.page;

import dev.whetstone.benchmark.metric.Estimate;
import java.util.Locale;
import java.util.Optional;

/** Texts and numbers as they stand in HTML and SVG. */
public final class Markup {
  static final String ABSENT = "<span class=\"absent\">–</span>";

  private Markup() {}

  /** Whatever a text says, it is shown and not read: fit for content and for quoted attributes. */
  public static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) escaped.append(escape(text.charAt(i)));
    return escaped.toString();
  }

  private static String escape(char c) {
    return switch (c) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '"' -> "&quot;";
      case '\'' -> "&#39;";
      // Overrides of the text's direction could make a quote read otherwise than it is.
      case '\u202a',
          '\u202b',
          '\u202c',
          '\u202d',
          '\u202e',
          '\u2066',
          '\u2067',
          '\u2068',
          '\u2069' ->
          "\ufffd";
      default -> c < ' ' && c != '\n' && c != '\t' ? "\ufffd" : String.valueOf(c);
    };
  }

  public static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f", 100 * share);
  }

  static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  public static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /** A number with its interval, small beside it. */
  static String cell(Optional<Estimate> estimate, boolean percent) {
    return estimate
        .map(
            e ->
                "<b>%s</b> <span class=\"interval\">%s – %s</span>"
                    .formatted(
                        written(e.value(), percent),
                        written(e.low(), percent),
                        written(e.high(), percent)))
        .orElse(ABSENT);
  }

  static String written(double value, boolean percent) {
    return percent ? percent(value) : number(value);
  }
}
