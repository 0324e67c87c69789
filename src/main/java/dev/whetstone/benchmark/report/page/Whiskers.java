package dev.whetstone.benchmark.report.page;

import dev.whetstone.benchmark.metric.Estimate;
import java.util.List;
import java.util.Optional;

/** One metric of several judges or slices: a dot or a bar each, and its interval. */
record Whiskers(String title, boolean percent, boolean bars, List<Entry> entries) {
  private static final int WIDTH = 560;
  private static final int LABELS = 180;
  private static final int VALUES = 64;
  private static final int ROW = 26;
  private static final int TOP = 30;
  private static final int LONGEST_LABEL = 28;

  /**
   * @param style class of its dot
   */
  record Entry(String label, String style, Optional<Estimate> estimate) {}

  String svg() {
    int height = TOP + ROW * entries.size() + 22;
    Svg svg = new Svg(WIDTH, height, title + " with 95 % intervals");
    svg.text("title start", 0, 14, title);
    for (int tick = 0; tick <= 10; tick += 2) {
      svg.line(
          tick == 5 ? "grid strong" : "grid", x(tick / 10.0), TOP - 6, x(tick / 10.0), height - 18);
      svg.text(
          "tick middle",
          x(tick / 10.0),
          height - 4,
          percent ? "" + 10 * tick : tick == 10 ? "1.0" : "0." + tick);
    }
    for (int i = 0; i < entries.size(); i++) draw(svg, entries.get(i), TOP + ROW * i + ROW / 2.0);
    return svg.toString();
  }

  private void draw(Svg svg, Entry entry, double y) {
    String label = entry.label();
    String shown =
        label.length() > LONGEST_LABEL ? label.substring(0, LONGEST_LABEL - 1) + "…" : label;
    svg.text("label end", LABELS - 12, y + 4, shown);
    if (entry.estimate().isEmpty()) {
      svg.text("tick start", LABELS + 4, y + 4, "not defined here");
      return;
    }
    Estimate e = entry.estimate().get();
    String hint =
        "%s: %s (%s to %s)"
            .formatted(label, written(e.value()), written(e.low()), written(e.high()));
    if (bars) svg.bar("bar " + entry.style(), x(0), y - 8, x(e.value()) - x(0), 16, hint);
    svg.line("whisker " + entry.style(), x(e.low()), y, x(e.high()), y);
    if (!bars) svg.dot("dot " + entry.style(), x(e.value()), y, 5, hint);
    svg.text("value start", WIDTH - VALUES + 12, y + 4, written(e.value()));
  }

  private String written(double value) {
    return Markup.written(value, percent);
  }

  private static double x(double share) {
    return LABELS + share * (WIDTH - LABELS - VALUES);
  }
}
