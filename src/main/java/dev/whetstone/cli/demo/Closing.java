package dev.whetstone.cli.demo;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What happened, in words. */
record Closing(Scoreboard board, int steps, int group) {
  private static final int NAMED = 3;

  /** Lines of at most this length. */
  private static final int WIDTH = 79;

  String words() {
    return Stream.of(paid(), grew(), signal(), asked())
        .map(sentence -> wrapped(sentence) + System.lineSeparator())
        .collect(Collectors.joining());
  }

  private String paid() {
    return String.format(
        Locale.ROOT,
        "In %,d steps of %.0f s the server handed out %,d tasks and paid %,d rewards, %,.0f a"
            + " second.",
        steps,
        board.seconds(),
        board.tasks(),
        board.rewards(),
        board.rewardsPerSecond());
  }

  private String grew() {
    List<Standing> byGain =
        board.standings().stream()
            .sorted(Comparator.comparingInt(Standing::gained).reversed())
            .toList();
    long grown = byGain.stream().filter(standing -> standing.gained() > 0).count();
    if (grown == 0) return "No level has moved yet: give it more --steps.";
    return String.format(
        Locale.ROOT,
        "The simulated learner grew, and the levels followed it: up in %d of %d families, most in"
            + " %s.",
        grown,
        byGain.size(),
        named(byGain.stream().filter(standing -> standing.gained() > 0).toList()));
  }

  private static String named(List<Standing> standings) {
    return standings.stream()
        .limit(NAMED)
        .map(s -> s.family() + " (+" + s.gained() + ")")
        .collect(Collectors.joining(", "));
  }

  private String signal() {
    double rate =
        board.standings().stream()
            .filter(standing -> standing.groups() > 0)
            .mapToDouble(Standing::rate)
            .average()
            .orElse(0);
    return String.format(
        Locale.ROOT,
        "Its pass rate is %.0f %% now, on average, and %.0f %% of its"
            + " groups of %d were usable: neither all right nor all wrong.",
        100 * rate,
        100 * board.usableShare(),
        group);
  }

  private String asked() {
    List<Standing> byShare =
        board.standings().stream()
            .sorted(Comparator.comparingDouble(Standing::share).reversed())
            .toList();
    Standing most = byShare.getFirst();
    Standing least = byShare.getLast();
    return String.format(
        Locale.ROOT,
        "Next it would ask most for %s (%.1f %% of the tasks) and least for %s (%.1f %%).",
        most.family(),
        100 * most.share(),
        least.family(),
        100 * least.share());
  }

  /** Broken between words. */
  static String wrapped(String text) {
    StringBuilder lines = new StringBuilder();
    int column = 0;
    for (String word : text.split(" ", -1)) {
      boolean fits = column + 1 + word.length() <= WIDTH;
      if (column > 0) lines.append(fits ? " " : System.lineSeparator());
      column = column > 0 && fits ? column + 1 + word.length() : word.length();
      lines.append(word);
    }
    return lines.toString();
  }
}
