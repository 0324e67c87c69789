package dev.whetstone.benchmark.report.page;

import dev.whetstone.benchmark.Comparison;
import dev.whetstone.benchmark.metric.Estimate;
import dev.whetstone.benchmark.metric.McNemar;

/** The paired comparison of two versions, in words. */
final class Versus {
  private Versus() {}

  static String html(Comparison comparison) {
    StringBuilder rows = new StringBuilder();
    comparison.f1().ifPresent(d -> rows.append(row("F1, pooled", difference(d, true))));
    comparison.stepAuc().ifPresent(d -> rows.append(row("step AUC", difference(d, false))));
    comparison
        .firstError()
        .ifPresent(
            m -> rows.append(row("first error, or none, exactly", discordant(m, comparison))));
    comparison.solution().ifPresent(m -> rows.append(row("solution", discordant(m, comparison))));
    return "<h2>%s against %s, paired</h2>\n<dl class=\"panel\">%s</dl>\n"
        .formatted(Markup.escape(comparison.first()), Markup.escape(comparison.second()), rows);
  }

  private static String row(String name, String found) {
    return "<dt>" + name + "</dt><dd>" + found + "</dd>\n";
  }

  private static String difference(Estimate d, boolean percent) {
    String sure = d.low() > 0 ? "better" : d.high() < 0 ? "worse" : "no clear difference";
    return "%s%s, 95 %% interval %s to %s: %s"
        .formatted(
            d.value() > 0 ? "+" : "",
            Markup.written(d.value(), percent),
            Markup.written(d.low(), percent),
            Markup.written(d.high(), percent),
            sure);
  }

  private static String discordant(McNemar test, Comparison comparison) {
    return "%s only by %s, %s only by %s; McNemar's exact test: p %s"
        .formatted(
            Markup.count(test.onlyFirst()),
            Markup.escape(comparison.first()),
            Markup.count(test.onlySecond()),
            Markup.escape(comparison.second()),
            test.p() < 0.001 ? "&lt; 0.001" : "= " + Markup.number(test.p()));
  }
}
