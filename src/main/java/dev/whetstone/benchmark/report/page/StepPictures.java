package dev.whetstone.benchmark.report.page;

import dev.whetstone.benchmark.metric.Calibration.Bin;
import dev.whetstone.benchmark.metric.Ranking.Point;
import dev.whetstone.benchmark.report.StepScores;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Three pictures of how a verifier scores single steps. */
record StepPictures(StepScores scores) {
  private static final int SIDE = 360;
  private static final int LEFT = 44;
  private static final int RIGHT = 12;
  private static final int TOP = 12;
  private static final int BOTTOM = 40;

  /** A dot for each bin, by its size; on the diagonal, a probability is what it says. */
  String reliability() {
    Svg svg = frame("P(step is right), as judged", "share that is right");
    int most = Math.max(1, scores.bins().stream().mapToInt(Bin::count).max().orElse(1));
    svg.line("diagonal", x(0), y(0), x(1), y(1));
    String curve =
        scores.bins().stream()
            .filter(bin -> bin.count() > 0)
            .map(bin -> point(bin.predicted(), bin.observed()))
            .collect(Collectors.joining(" "));
    svg.curve("curve verifier thin", curve);
    for (Bin bin : scores.bins())
      if (bin.count() > 0)
        svg.dot(
            "dot verifier",
            x(bin.predicted()),
            y(bin.observed()),
            3 + 8 * Math.sqrt((double) bin.count() / most),
            "%s steps: predicted %s, right %s"
                .formatted(
                    Markup.count(bin.count()),
                    Markup.number(bin.predicted()),
                    Markup.number(bin.observed())));
    return svg.toString();
  }

  String roc() {
    Svg svg = frame("right steps accused", "wrong steps found");
    svg.line("diagonal", x(0), y(0), x(1), y(1));
    svg.curve(
        "curve verifier",
        scores.roc().stream().map(StepPictures::point).collect(Collectors.joining(" ")));
    return svg.toString();
  }

  /** Right steps upwards, wrong ones downwards, each as shares of their kind. */
  String histogram() {
    Svg svg = new Svg(SIDE, SIDE, "scores of right and of wrong steps");
    double top = Math.max(highest(scores.rightSteps()), highest(scores.wrongSteps()));
    bars(svg, scores.rightSteps(), "right", top, 1);
    bars(svg, scores.wrongSteps(), "wrong", top, -1);
    svg.line("axis", x(0), y(0.5), x(1), y(0.5));
    svg.text("label start right", LEFT + 4, TOP + 12, "right steps");
    svg.text("label start wrong", LEFT + 4, SIDE - BOTTOM - 4, "wrong steps");
    for (int tick = 0; tick <= 10; tick += 2)
      svg.text(
          "tick middle",
          x(tick / 10.0),
          SIDE - BOTTOM + 16,
          Markup.percent(tick / 10.0).replace(".0", ""));
    svg.text("tick middle", x(0.5), SIDE - 6, "P(step is right) in %, as judged");
    return svg.toString();
  }

  private static void bars(Svg svg, List<Integer> bars, String style, double top, int up) {
    int all = Math.max(1, sum(bars));
    for (int i = 0; i < bars.size(); i++) {
      double height = 0.46 * bars.get(i) / all / Math.max(top, 1e-9);
      double from = up > 0 ? y(0.5 + height) : y(0.5);
      svg.bar(
          "bar " + style,
          x((double) i / bars.size()) + 0.7,
          from,
          (x(1) - x(0)) / bars.size() - 1.4,
          y(0) - y(height),
          Markup.count(bars.get(i)) + " " + style + " steps");
    }
  }

  private static double highest(List<Integer> bars) {
    return (double) Collections.max(bars) / Math.max(1, sum(bars));
  }

  private static int sum(List<Integer> bars) {
    return bars.stream().mapToInt(i -> i).sum();
  }

  private static Svg frame(String across, String up) {
    Svg svg = new Svg(SIDE, SIDE, up + " against " + across);
    for (int tick = 0; tick <= 10; tick += 2) {
      double at = tick / 10.0;
      svg.line("grid", x(at), y(0), x(at), y(1)).line("grid", x(0), y(at), x(1), y(at));
      svg.text("tick middle", x(at), y(0) + 16, "" + 10 * tick);
      svg.text("tick end", x(0) - 6, y(at) + 4, "" + 10 * tick);
    }
    svg.text("tick middle", x(0.5), SIDE - 6, across + ", %");
    svg.text("tick middle turned", 0, 0, up + ", %");
    return svg;
  }

  private static String point(Point point) {
    return point(point.falsePositives(), point.truePositives());
  }

  private static String point(double x, double y) {
    return String.format(Locale.ROOT, "%.1f,%.1f", x(x), y(y));
  }

  private static double x(double share) {
    return LEFT + share * (SIDE - LEFT - RIGHT);
  }

  private static double y(double share) {
    return TOP + (1 - share) * (SIDE - TOP - BOTTOM);
  }
}
