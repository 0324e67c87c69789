package dev.whetstone.cli.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How large the terminal is; the usual 80 by 24 where nobody says. */
record TerminalSize(int rows, int columns) {
  /** Lines beside those of the families. */
  static final int OTHER_LINES = 6;

  private static final int LEAST_COLUMNS = 80;
  private static final TerminalSize USUAL = new TerminalSize(24, 80);
  private static final Pattern STTY = Pattern.compile("(\\d{1,4}) (\\d{1,4})\\s*");

  static TerminalSize now() {
    try {
      Process stty =
          new ProcessBuilder("sh", "-c", "stty size </dev/tty")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String said = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      Matcher size = STTY.matcher(said);
      return size.matches()
          ? new TerminalSize(Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2)))
          : USUAL;
    } catch (IOException e) {
      return USUAL;
    }
  }

  boolean fits(int families) {
    return rows > families + OTHER_LINES && columns >= LEAST_COLUMNS;
  }
}
