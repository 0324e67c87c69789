package dev.whetstone.cli.demo;

import dev.whetstone.task.Control;
import dev.whetstone.task.Levels;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** One frame of the live drawing, as lines no longer than the terminal is wide. */
final class Picture {
  private static final int NAME = 25;
  private static final int LONGEST_NAME = 24;
  private static final int MOST_LEVELS = 72;

  /** A narrow terminal has a shorter history and no bar for the share. */
  private static final int NARROW = 100;

  private static final int NUMBERS = 8;
  private static final int SPACES = 5;

  private static final String BARS = "▁▂▃▄▅▆▇█";
  private static final String BOLD = "1";
  private static final String DIM = "2";
  private static final String RED = "31";
  private static final String GREEN = "32";
  private static final String CYAN = "36";

  private final String title;
  private final int steps;
  private final int columns;
  private final int history;
  private final int shareBar;
  private final int levelsWidth;
  private final boolean colours = System.getenv("NO_COLOR") == null;

  Picture(String title, int steps, int columns) {
    this.title = title;
    this.steps = steps;
    this.columns = columns;
    history = columns < NARROW ? 8 : 16;
    shareBar = columns < NARROW ? 0 : 8;
    levelsWidth = Math.min(columns - NAME - history - shareBar - 2 * NUMBERS - SPACES, MOST_LEVELS);
  }

  List<String> of(int step, Scoreboard board) {
    List<String> lines = new ArrayList<>();
    lines.add(paint(BOLD, cut(title, columns - 1)));
    lines.add(cut(counts(step, board), columns - 1));
    lines.add("");
    lines.add(paint(DIM, cut(heading(), columns - 1)));
    for (Standing standing : board.standings()) lines.add(line(standing));
    return lines;
  }

  private String counts(int step, Scoreboard board) {
    return String.format(
        Locale.ROOT,
        "%s step %d/%d   tasks %,d   rewards %,d   %,.0f rewards/s   usable groups %.0f %%",
        bar((double) step / steps, 10),
        step,
        steps,
        board.tasks(),
        board.rewards(),
        board.rewardsPerSecond(),
        100 * board.usableShare());
  }

  private String heading() {
    return pad("family", NAME)
        + " "
        + pad("pass rate", history)
        + pad("   now", NUMBERS)
        + pad("level reached / highest", levelsWidth)
        + "  share of tasks";
  }

  private String line(Standing standing) {
    double rate = standing.rate();
    return pad(cut(standing.family(), NAME), NAME)
        + " "
        + paint(colour(rate), history(standing.history(), history))
        + (Double.isNaN(rate) ? "     -" : String.format(Locale.ROOT, "%4.0f %%", 100 * rate))
        + "  "
        + paint(CYAN, pad(levels(standing.levels()), levelsWidth))
        + "  "
        + bar(Math.min(1, 4 * standing.share()), shareBar)
        + String.format(Locale.ROOT, "%5.1f %%", 100 * standing.share());
  }

  /** Green where there is a signal, red where hardly anything passes, dim where all does. */
  private static String colour(double rate) {
    if (rate < 0.15) return RED;
    return rate > 0.9 ? DIM : GREEN;
  }

  /** The latest pass rates, one character each. */
  static String history(List<Double> rates, int width) {
    List<Double> latest = rates.subList(Math.max(0, rates.size() - width), rates.size());
    String drawn =
        latest.stream()
            .map(rate -> Double.isNaN(rate) ? " " : String.valueOf(bar(rate)))
            .collect(Collectors.joining());
    return " ".repeat(width - latest.size()) + drawn;
  }

  private static char bar(double rate) {
    return BARS.charAt((int) Math.min(BARS.length() - 1, Math.max(0, rate * BARS.length())));
  }

  static String bar(double part, int width) {
    int full = (int) Math.round(part * width);
    return "█".repeat(full) + "░".repeat(width - full);
  }

  /** Every control with its level, the names cut until all fit. */
  private String levels(Levels levels) {
    for (int longest = LONGEST_NAME; longest > 1; longest--) {
      String written = levels(levels, longest);
      if (written.length() <= levelsWidth) return written;
    }
    return cut(levels(levels, 1), levelsWidth);
  }

  private static String levels(Levels levels, int longest) {
    return levels.controls().stream()
        .map(control -> level(levels, control, longest))
        .collect(Collectors.joining("  "));
  }

  private static String level(Levels levels, Control control, int longest) {
    return cut(control.name(), longest) + " " + levels.level(control) + "/" + control.top();
  }

  private static String cut(String text, int width) {
    return text.length() <= width ? text : text.substring(0, width);
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  private String paint(String colour, String text) {
    return colours ? "\u001b[" + colour + "m" + text + "\u001b[0m" : text;
  }
}
