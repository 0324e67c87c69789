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
import java.util.stream.DoubleStream;

/** A candidate's three differences, each with its interval and the bound that it had to exceed. */
record DecisionPicture(String candidate, Decision decision) {
  private static final int WIDTH = 560;
  private static final int LEFT = 130;
  private static final int RIGHT = 160;
  private static final int ROW = 34;
  private static final int TOP = 12;
  private static final int FOOT = 26;

  /** So that a small difference does not fill the picture. */
  private static final double LEAST_REACH = 0.05;

  private static final Map<Ground, String> NAMES =
      Map.of(
          Ground.HUMAN, "people's labels",
          Ground.ARCHIVE, "archive",
          Ground.FAMILIES, "families");

  String svg() {
    List<Criterion> criteria = decision.criteria();
    int height = TOP + ROW * criteria.size() + FOOT;
    Svg svg =
        new Svg(WIDTH, height, candidate + " less " + decision.incumbent() + ", 95 % intervals");
    for (int i = -2; i <= 2; i++) {
      double at = i * reach() / 2;
      svg.line(i == 0 ? "axis" : "grid", x(at), TOP, x(at), height - FOOT);
      svg.text("tick middle", x(at), height - FOOT + 16, signed(at, i == 0 ? "%.0f" : "%+.2f"));
    }
    for (int i = 0; i < criteria.size(); i++) draw(svg, criteria.get(i), TOP + ROW * (i + 0.5));
    return svg.toString();
  }

  private void draw(Svg svg, Criterion criterion, double y) {
    svg.text("label end", LEFT - 14, y + 4, NAMES.get(criterion.ground()));
    criterion
        .bound()
        .ifPresent(b -> svg.line("diagonal", x(b), y - ROW / 2.0 + 3, x(b), y + ROW / 2.0 - 3));
    String style = criterion.met() ? "right" : "against";
    String word = criterion.met() ? "met" : "not met";
    Optional<Estimate> difference = criterion.difference();
    difference.ifPresent(
        d -> {
          svg.line("whisker " + style, x(d.low()), y, x(d.high()), y);
          svg.dot("dot " + style, x(d.value()), y, 5, criterion.reason());
        });
    String value = difference.map(d -> signed(d.value(), "%+.3f, ")).orElse("too few, ");
    svg.text("value start " + style, WIDTH - RIGHT + 20, y + 4, value + word);
  }

  private double x(double difference) {
    double share = (difference / reach() + 1) / 2;
    return LEFT + share * (WIDTH - LEFT - RIGHT);
  }

  /** As far to the left as to the right. */
  private double reach() {
    return decision.criteria().stream()
        .flatMapToDouble(
            criterion ->
                DoubleStream.concat(
                    criterion.bound().stream().mapToDouble(Math::abs),
                    criterion.difference().stream()
                        .flatMapToDouble(
                            d -> DoubleStream.of(Math.abs(d.low()), Math.abs(d.high())))))
        .reduce(LEAST_REACH, Math::max);
  }

  private static String signed(double value, String format) {
    return String.format(Locale.ROOT, format, value);
  }
}
