package dev.whetstone.benchmark.report.page;

import dev.whetstone.benchmark.report.Report;
import dev.whetstone.benchmark.report.Reports.Headline;
import dev.whetstone.benchmark.report.SetMeasures;
import dev.whetstone.benchmark.report.SetSummary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a model's versions did on a report's sets, the means of which are drawn.
 *
 * @param kept reports of the model; those that lack one of the sets are left out
 */
record History(Report report, List<Headline> kept) {
  private static final int LATEST = 20;
  private static final int LINE = 14;
  private static final int WIDTH = 560;
  private static final int HEIGHT = 250;
  private static final int LEFT = 44;
  private static final int RIGHT = 130;
  private static final int TOP = 14;
  private static final int BOTTOM = 34;

  /** One report, with the means of a measure over the sets. */
  private record Point(int place, String version, double mean) {}

  /**
   * @param style class of its colour
   */
  private record Curve(String style, String name, List<Point> points) {
    double last() {
      return points.getLast().mean();
    }
  }

  String html() {
    List<Headline> runs = comparable();
    if (runs.size() < 2) return "";
    Svg svg = new Svg(WIDTH, HEIGHT, "measures by version");
    frame(svg, runs);
    List<Curve> curves =
        Stream.of(
                new Curve("verifier", "step AUC", points(runs, SetMeasures::stepAuc)),
                new Curve("against", "F1", points(runs, SetMeasures::f1)),
                new Curve("right", "told exactly", points(runs, SetMeasures::firstErrorAccuracy)))
            .filter(curve -> !curve.points().isEmpty())
            .toList();
    curves.forEach(curve -> draw(svg, curve, runs.size()));
    label(svg, curves, runs.size());
    return "<h2>By version</h2>\n"
        + Page.half(
            svg
                + "<p class=\"note\">Means of this report's sets, in every kept report of the model"
                + " that has all of them with the same labels; the newest on the right.</p>");
  }

  private List<Headline> comparable() {
    Set<List<String>> wanted =
        report.sets().stream().map(History::identity).collect(Collectors.toSet());
    List<Headline> runs =
        kept.stream()
            .filter(run -> identities(run).containsAll(wanted))
            .sorted(Comparator.comparing(Headline::createdAt))
            .toList();
    return runs.subList(Math.max(0, runs.size() - LATEST), runs.size());
  }

  private static List<String> identity(SetSummary set) {
    return List.of(set.name(), set.sha256());
  }

  private static Set<List<String>> identities(Headline run) {
    return run.bySet().stream()
        .map(measures -> List.of(measures.set(), measures.sha256()))
        .collect(Collectors.toSet());
  }

  private List<Point> points(List<Headline> runs, Function<SetMeasures, Optional<Double>> measure) {
    Set<String> sets = report.sets().stream().map(SetSummary::name).collect(Collectors.toSet());
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      OptionalDouble mean =
          runs.get(i).bySet().stream()
              .filter(measures -> sets.contains(measures.set()))
              .flatMap(measures -> measure.apply(measures).stream())
              .mapToDouble(value -> value)
              .average();
      if (mean.isPresent()) points.add(new Point(i, runs.get(i).model(), mean.getAsDouble()));
    }
    return points;
  }

  private static void frame(Svg svg, List<Headline> runs) {
    for (int tick = 0; tick <= 10; tick += 2) {
      svg.line("grid", LEFT, y(tick / 10.0), WIDTH - RIGHT, y(tick / 10.0));
      svg.text("tick end", LEFT - 8, y(tick / 10.0) + 4, tick == 10 ? "1.0" : "0." + tick);
    }
    for (int i = 0; i < runs.size(); i++)
      svg.text("tick middle", x(i, runs.size()), HEIGHT - 12, version(runs.get(i).model()));
  }

  private static void draw(Svg svg, Curve curve, int runs) {
    svg.curve(
        "curve " + curve.style(),
        curve.points().stream()
            .map(p -> String.format(Locale.ROOT, "%.1f,%.1f", x(p.place(), runs), y(p.mean())))
            .collect(Collectors.joining(" ")));
    for (Point p : curve.points())
      svg.dot(
          "dot " + curve.style(),
          x(p.place(), runs),
          y(p.mean()),
          4,
          "%s, %s: %s".formatted(p.version(), curve.name(), Markup.number(p.mean())));
  }

  /** From the top, none upon another. */
  private static void label(Svg svg, List<Curve> curves, int runs) {
    double free = 0;
    for (Curve curve :
        curves.stream().sorted(Comparator.comparing(Curve::last).reversed()).toList()) {
      double at = Math.max(free, y(curve.last()) + 4);
      svg.text(
          "value start " + curve.style(),
          x(runs - 1, runs) + 12,
          at,
          curve.name() + " " + Markup.number(curve.last()));
      free = at + LINE;
    }
  }

  private static String version(String model) {
    return "@" + model.substring(model.indexOf('@') + 1);
  }

  private static double x(int place, int runs) {
    return LEFT + 20 + (runs < 2 ? 0 : (WIDTH - LEFT - RIGHT - 40.0) * place / (runs - 1));
  }

  private static double y(double share) {
    return TOP + (1 - share) * (HEIGHT - TOP - BOTTOM);
  }
}
