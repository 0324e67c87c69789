package dev.whetstone.curriculum.bakeoff;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;

/** The bake-off's results and the three marks that our scheduler is to meet. */
record Table(Map<Entry, Score.Summary> clean, Map<Entry, Score.Summary> noisy) {
  private static final double OF_BEST = 1.05;
  private static final double OF_SEC = 0.60;
  private static final double OF_MEAN = 0.90;

  /** Our steps over those of the best of all rules, clean world. */
  double ofBest() {
    double best = Double.POSITIVE_INFINITY;
    for (Map.Entry<Entry, Score.Summary> row : clean.entrySet())
      if (row.getValue().reached() == row.getValue().seeds())
        best = Math.min(best, row.getValue().steps());
    return ours(clean).steps() / best;
  }

  /** Our steps over SEC's, noisy world; SEC's of the seeds that got there, NaN if none did. */
  double ofSec() {
    return ours(noisy).steps() / noisy.get(Entry.SEC).steps();
  }

  /** Our worst family over the mean of all, in the worse of the worlds. */
  double ofMean() {
    return Math.min(
        ours(clean).worst() / ours(clean).mean(), ours(noisy).worst() / ours(noisy).mean());
  }

  boolean isMet() {
    boolean reached =
        ours(clean).reached() == ours(clean).seeds()
            && ours(noisy).reached() == ours(noisy).seeds();
    return reached
        && ofBest() <= OF_BEST
        && (Double.isNaN(ofSec()) || ofSec() <= OF_SEC)
        && ofMean() >= OF_MEAN;
  }

  private static Score.Summary ours(Map<Entry, Score.Summary> world) {
    return world.get(Entry.OURS);
  }

  void print(PrintStream out) {
    out.println();
    out.println("A simulated learner, not a model: no evidence about language models.");
    out.printf(
        Locale.ROOT,
        "Steps to mean skill %.0f of %d; lower is better.%n",
        BakeOff.SKILL,
        BakeOff.STEPS);
    print("clean world", clean, out);
    print("noisy world: one family unsolvable, one verified by a coin", noisy, out);
    mark(out, "steps of the best, clean", ofBest(), "at most", OF_BEST);
    mark(out, "steps of SEC's, noisy", ofSec(), "at most", OF_SEC);
    mark(out, "worst family of the mean", ofMean(), "at least", OF_MEAN);
    out.println(isMet() ? "met" : "NOT met");
  }

  private static void print(String title, Map<Entry, Score.Summary> world, PrintStream out) {
    out.println();
    out.println(title);
    out.printf(
        Locale.ROOT,
        "  %-26s %11s %5s %8s %7s %7s %7s %7s%n",
        "rule",
        "steps",
        "sd",
        "reached",
        "skill",
        "worst",
        "wasted",
        "extra");
    world.forEach((entry, score) -> out.println(row(entry, score)));
  }

  private static String row(Entry entry, Score.Summary score) {
    return String.format(
        Locale.ROOT,
        "%s %-26s %11s %5s %6d/%d %7.2f %7.2f %7.2f %7.0f",
        entry.ours() ? "*" : " ",
        entry.name(),
        told(score.steps(), "%.1f"),
        score.reached() == 0 ? "" : told(score.deviation(), "%.1f"),
        score.reached(),
        score.seeds(),
        score.mean(),
        score.worst(),
        score.wasted(),
        score.extraRollouts());
  }

  /** How each rule's levels behave while the learner stands still. */
  static void printClimbs(PrintStream out) {
    out.println();
    out.println("levels before a learner that stands still");
    out.printf(
        Locale.ROOT, "  %-26s %8s %11s %15s%n", "rule", "raises", "undeserved", "turns per 1000");
    Climb.all()
        .forEach(
            (name, start) -> {
              Climb.Moves moves = Climb.watch(start, 0);
              out.printf(
                  Locale.ROOT,
                  "  %-26s %8d %10.1f%% %15.1f%n",
                  name,
                  moves.raises(),
                  100 * moves.undeservedShare(),
                  moves.turnsPerThousand());
            });
  }

  private static void mark(PrintStream out, String what, double ratio, String bound, double to) {
    out.printf(Locale.ROOT, "%-26s %s (%s %.2f)%n", what, told(ratio, "%.2f"), bound, to);
  }

  private static String told(double value, String format) {
    return Double.isNaN(value) ? "not reached" : String.format(Locale.ROOT, format, value);
  }
}
