package dev.whetstone.cli.demo.loop;

import dev.whetstone.benchmark.metric.Estimate;
import dev.whetstone.benchmark.report.page.Svg;
import dev.whetstone.cli.demo.chart.Shown;
import dev.whetstone.training.simulation.Comparison;
import java.util.List;
import java.util.Optional;

/** Family by family: the exploit rate at the end, off and on, and how much was asked. */
record FamilyChart(Comparison comparison) {
  private static final int WIDTH = 860;
  private static final int LABELS = 200;
  private static final int ASKED = 120;
  private static final int ROW = 24;
  private static final int TOP = 44;
  private static final int BOTTOM = 20;

  String svg() {
    List<String> families = comparison.families();
    int height = TOP + ROW * families.size() + BOTTOM;
    Svg svg = new Svg(WIDTH, height, "exploit rate at the end, by family");
    svg.text("title start", 0, 14, "exploit rate of the last rounds, by family");
    svg.text("tick end", WIDTH, TOP - 12, "asked, loop on");
    for (int tick = 0; tick <= 10; tick += 2) {
      svg.line("grid", x(tick / 10.0), TOP - 6, x(tick / 10.0), height - BOTTOM);
      svg.text("tick middle", x(tick / 10.0), height - 4, 10 * tick + " %");
    }
    for (int i = 0; i < families.size(); i++) row(svg, families.get(i), TOP + ROW * i + ROW / 2.0);
    return svg.toString();
  }

  private void row(Svg svg, String family, double y) {
    Optional<Estimate> off = comparison.exploits(false, family);
    Optional<Estimate> on = comparison.exploits(true, family);
    svg.text("label end", LABELS - 14, y + 4, family);
    if (off.isPresent() && on.isPresent())
      svg.line("grid", x(off.get().value()), y, x(on.get().value()), y);
    dot(svg, "against", "off", off, y);
    dot(svg, "verifier", "on", on, y);
    comparison
        .asked(true, family)
        .ifPresent(e -> svg.text("value end", WIDTH, y + 4, Shown.percent(e.value())));
  }

  private static void dot(Svg svg, String style, String name, Optional<Estimate> rate, double y) {
    rate.ifPresent(
        e ->
            svg.dot(
                "dot " + style,
                x(e.value()),
                y,
                5.5,
                "loop %s: %s".formatted(name, Shown.interval(e, true))));
  }

  private static double x(double share) {
    return LABELS + share * (WIDTH - LABELS - ASKED);
  }
}
