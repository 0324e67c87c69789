package dev.whetstone.cli.demo.chart;

import dev.whetstone.benchmark.metric.Estimate;
import dev.whetstone.benchmark.report.page.Svg;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Curves over what goes on, each with the band of its intervals.
 *
 * @param top of the axis, which begins at 0
 * @param isShare or else a count
 * @param axis along which it goes on
 */
public record Chart(String title, double top, boolean isShare, List<Line> lines, Axis axis) {
  private static final int WIDTH = 560;
  private static final int HEIGHT = 270;
  private static final int LEFT = 62;
  private static final int RIGHT = 96;
  private static final int TOP = 34;
  private static final int BOTTOM = 38;
  private static final int TICKS = 4;
  private static final int MARKS = 5;
  private static final int APART = 15;

  /**
   * @param first what the first point stands at
   * @param step from each point to the next
   */
  public record Axis(String name, int first, int step) {
    public static final Axis ROUNDS = new Axis("round", 1, 1);

    private boolean marks(int point, int points) {
      int at = first + point;
      return point == 0 || at % Math.max(1, points / MARKS) == 0;
    }

    private String at(int point) {
      return String.format(Locale.ROOT, "%,d", first + point * step);
    }
  }

  /**
   * @param style class of its colour
   * @param points one for each step of the axis; empty ones are passed over
   */
  public record Line(String name, String style, List<Optional<Estimate>> points) {
    public boolean isThere() {
      return points.stream().anyMatch(Optional::isPresent);
    }

    Estimate last() {
      return points.stream().flatMap(Optional::stream).reduce((a, b) -> b).orElseThrow();
    }
  }

  public String svg() {
    Svg svg = new Svg(WIDTH, HEIGHT, title);
    svg.text("title start", 0, 14, title);
    List<Line> there = lines.stream().filter(Line::isThere).toList();
    frame(svg);
    there.forEach(line -> draw(svg, line));
    label(svg, there);
    return svg.toString();
  }

  private void frame(Svg svg) {
    for (int tick = 0; tick <= TICKS; tick++) {
      double value = top * tick / TICKS;
      svg.line("grid", LEFT, y(value), WIDTH - RIGHT, y(value));
      svg.text("tick end", LEFT - 8, y(value) + 4, tick(value));
    }
    for (int point = 0; point < points(); point++)
      if (axis.marks(point, points()))
        svg.text("tick middle", x(point), HEIGHT - 20, axis.at(point));
    svg.text("tick middle", (LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 4, axis.name());
  }

  private String tick(double value) {
    if (!isShare) return String.format(Locale.ROOT, "%,.0f", value);
    return new BigDecimal(100 * value)
            .round(new MathContext(2))
            .stripTrailingZeros()
            .toPlainString()
        + " %";
  }

  private void draw(Svg svg, Line line) {
    List<String> upper = points(line, Estimate::high);
    List<String> band = new ArrayList<>(upper);
    band.addAll(points(line, Estimate::low).reversed());
    svg.area("area " + line.style(), String.join(" ", band));
    svg.curve("curve " + line.style(), String.join(" ", points(line, Estimate::value)));
  }

  private List<String> points(Line line, ToDoubleFunction<Estimate> of) {
    List<String> points = new ArrayList<>();
    for (int point = 0; point < line.points().size(); point++) {
      double x = x(point);
      line.points()
          .get(point)
          .map(e -> String.format(Locale.ROOT, "%.1f,%.1f", x, y(of.applyAsDouble(e))))
          .ifPresent(points::add);
    }
    return points;
  }

  /** At the ends of the curves, none upon another. */
  private void label(Svg svg, List<Line> there) {
    double free = 0;
    List<Line> fromTheTop =
        there.stream()
            .sorted((a, b) -> Double.compare(b.last().value(), a.last().value()))
            .toList();
    for (Line line : fromTheTop) {
      double at = Math.max(free, y(line.last().value()) + 4);
      svg.text(
          "value start " + line.style(),
          WIDTH - RIGHT + 8,
          at,
          line.name() + " " + Shown.number(isShare, line.last().value()));
      free = at + APART;
    }
  }

  private int points() {
    return lines.getFirst().points().size();
  }

  private double x(int point) {
    return LEFT + (double) (WIDTH - LEFT - RIGHT) * point / Math.max(1, points() - 1);
  }

  private double y(double value) {
    double share = Math.clamp(value / top, 0.0, 1.0);
    return TOP + (1 - share) * (HEIGHT - TOP - BOTTOM);
  }
}
