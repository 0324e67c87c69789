package dev.whetstone.training.promotion.page;

import dev.whetstone.benchmark.metric.Estimate;
import dev.whetstone.benchmark.report.page.Svg;
import dev.whetstone.training.promotion.Criterion;
import dev.whetstone.training.promotion.Criterion.Ground;
import dev.whetstone.training.promotion.Decision;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A candidate's three differences, each with its interval and the bound that it had to exceed. */
record DecisionPicture(String candidate, Decision decision) {
  private static final int WIDTH = 560;
  private static final int LEFT = 130;
  private static final int RIGHT = 160;
  private static final int ROW = 52;
  private static final int HALF = 14;

  /** So that a small difference does not fill the picture. */
  private static final double LEAST_REACH = 0.05;

  private static final Map<Ground, String> NAMES =
      Map.of(
          Ground.HUMAN, "people's labels",
          Ground.ARCHIVE, "archive",
          Ground.FAMILIES, "families");

  String svg() {
    List<Criterion> criteria = decision.criteria();
    Svg svg =
        new Svg(
            WIDTH,
            ROW * criteria.size(),
            candidate + " less " + decision.incumbent() + ", 95 % intervals");
    for (int i = 0; i < criteria.size(); i++) draw(svg, criteria.get(i), ROW * i + ROW / 2.0 - 8);
    return svg.toString();
  }

  /** On a scale of its own: an archive's difference is many times that of labels. */
  private static void draw(Svg svg, Criterion criterion, double y) {
    double reach = reach(criterion);
    for (int i = -2; i <= 2; i++) {
      double at = i * reach / 2;
      svg.line(i == 0 ? "axis" : "grid", x(at, reach), y - HALF, x(at, reach), y + HALF);
      svg.text("tick middle", x(at, reach), y + HALF + 11, signed(at, i == 0 ? "%.0f" : "%+.3f"));
    }
    svg.text("label end", LEFT - 22, y + 4, NAMES.get(criterion.ground()));
    criterion
        .bound()
        .ifPresent(b -> svg.line("diagonal", x(b, reach), y - HALF, x(b, reach), y + HALF));
    String style = criterion.met() ? "right" : "against";
    Optional<Estimate> difference = criterion.difference();
    difference.ifPresent(
        d -> {
          svg.line("whisker " + style, x(d.low(), reach), y, x(d.high(), reach), y);
          svg.dot("dot " + style, x(d.value(), reach), y, 5, criterion.reason());
        });
    String value = difference.map(d -> signed(d.value(), "%+.3f, ")).orElse("too few, ");
    String word = criterion.met() ? "met" : "not met";
    svg.text("value start " + style, WIDTH - RIGHT + 24, y + 4, value + word);
  }

  private static double x(double difference, double reach) {
    double share = (difference / reach + 1) / 2;
    return LEFT + share * (WIDTH - LEFT - RIGHT);
  }

  /** As far to the left as to the right. */
  private static double reach(Criterion criterion) {
    double bound = criterion.bound().map(Math::abs).orElse(0.0);
    double ends =
        criterion
            .difference()
            .map(d -> Math.max(Math.abs(d.low()), Math.abs(d.high())))
            .orElse(0.0);
    return Math.max(LEAST_REACH, Math.max(bound, ends));
  }

  private static String signed(double value, String format) {
    return String.format(Locale.ROOT, format, value);
  }
}
