package dev.whetstone.cli.bench;

import dev.whetstone.cli.bench.Results.FamilyRow;
import dev.whetstone.cli.bench.Results.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A figure that the server is to reach, and whether it does here. */
record Mark(String what, double figure, double bound, boolean atLeast) {
  static List<Mark> of(Results results) {
    List<Mark> marks = new ArrayList<>();
    for (Row row : results.serving()) {
      boolean counts = row.keptAlive() && row.request().startsWith("candidates");
      String what = "durable candidates a second, batch " + row.batch();
      if (counts)
        marks.add(new Mark(what, row.perSecond(), row.batch() == 1 ? 1_500 : 5_000, true));
    }
    if (results.peakMegabytes() != null)
      marks.add(new Mark("server memory, MB", results.peakMegabytes(), 512, false));
    double slowest =
        results.families().stream().mapToDouble(FamilyRow::slowestMillis).max().orElse(0);
    marks.add(new Mark("slowest task, ms", slowest, 50, false));
    List<FamilyRow> shared =
        results.families().stream().filter(row -> row.peer().isPresent()).toList();
    if (!shared.isEmpty()) marks.addAll(peers(shared));
    return marks;
  }

  private static List<Mark> peers(List<FamilyRow> shared) {
    double least = shared.stream().mapToDouble(FamilyRow::taskRatio).min().orElseThrow();
    double leastAnswers = shared.stream().mapToDouble(FamilyRow::answerRatio).min().orElseThrow();
    return List.of(
        new Mark(
            "times reasoning-gym's tasks, median",
            Figures.median(shared, FamilyRow::taskRatio),
            10,
            true),
        new Mark("times reasoning-gym's tasks, slowest family", least, 1, true),
        new Mark("times reasoning-gym's answers, slowest family", leastAnswers, 1, true));
  }

  boolean isMet() {
    return atLeast ? figure >= bound : figure <= bound;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%-8s %s: %,.1f (mark: at %s %,.0f)",
        isMet() ? "met" : "NOT MET",
        what,
        figure,
        atLeast ? "least" : "most",
        bound);
  }
}
