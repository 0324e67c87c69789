package dev.whetstone.cli.bench.verifier;

import dev.whetstone.benchmark.Comparison;
import dev.whetstone.benchmark.Metrics;
import dev.whetstone.benchmark.Metrics.SolutionMetrics;
import dev.whetstone.benchmark.Slice;
import dev.whetstone.benchmark.metric.Estimate;
import dev.whetstone.benchmark.report.Report;
import dev.whetstone.benchmark.report.Scorecard;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** A report as lines for a terminal. */
record VerifierTable(Report report) {
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(row("", "exactly", "F1", "found", "accep.", "solut.", "step AUC"));
    report.sets().forEach(s -> set(lines, s.name()));
    if (report.sets().size() > 1) part(lines, "all sets pooled", Scorecard::all);
    lines.add("");
    lines.add("mean of the sets");
    for (Scorecard card : report.scorecards())
      lines.add(
          row(
              card.judge(),
              "",
              shown(card.meanF1(), 100),
              "",
              "",
              "",
              shown(card.meanStepAuc(), 1)));
    report.slices().stream()
        .filter(slice -> slice.by() == Slice.By.TRAINING)
        .forEach(slice -> training(lines, slice));
    report.comparison().ifPresent(comparison -> against(lines, comparison));
    return lines;
  }

  private void set(List<String> lines, String name) {
    part(lines, name, card -> card.sets().get(name));
    for (Scorecard card : report.scorecards())
      Optional.ofNullable(card.lead().get(name)).map(VerifierTable::lead).ifPresent(lines::add);
  }

  private static String lead(Comparison lead) {
    String exactly =
        lead.firstError()
            .map(
                m ->
                    String.format(
                        Locale.ROOT, "%,d : %,d, p = %.3g", m.onlyFirst(), m.onlySecond(), m.p()))
            .orElse("-");
    String f1 = shown(lead.f1(), 100);
    return row("less " + lead.second(), exactly, f1, "", "", "", shown(lead.stepAuc(), 1));
  }

  private void part(List<String> lines, String name, Function<Scorecard, Metrics> metrics) {
    Metrics verifier = metrics.apply(report.verifier());
    String absent =
        verifier.solutions().isEmpty()
            ? "; single steps: no F1"
            : verifier
                .solutions()
                .flatMap(SolutionMetrics::f1Absent)
                .map(why -> "; no F1: " + why)
                .orElse("");
    lines.add("");
    lines.add(
        String.format(
            Locale.ROOT,
            "%s (%,d items, %,d refused%s%s)",
            name,
            verifier.counts().items(),
            verifier.counts().refused(),
            absent,
            report.trainingNote(name).map(note -> "; " + note).orElse("")));
    for (Scorecard card : report.scorecards()) lines.add(row(card.judge(), metrics.apply(card)));
  }

  private void training(List<String> lines, Slice slice) {
    lines.add("");
    lines.add(slice.value());
    lines.add(row(report.model(), slice.metrics()));
  }

  private static String row(String judge, Metrics metrics) {
    return row(
        judge,
        shown(metrics.firstErrorAccuracy(), 100),
        shown(metrics.f1(), 100),
        bare(metrics.solutions().flatMap(SolutionMetrics::erroneousAccuracy)),
        bare(metrics.solutions().flatMap(SolutionMetrics::correctAccuracy)),
        bare(metrics.solutionAccuracy()),
        shown(metrics.stepAuc(), 1));
  }

  private static String row(String... cells) {
    return "  %-26s %-22s %-22s %6s %6s %6s  %-22s".formatted((Object[]) cells).stripTrailing();
  }

  private static String bare(Optional<Estimate> estimate) {
    return estimate.map(e -> String.format(Locale.ROOT, "%.1f", 100 * e.value())).orElse("-");
  }

  private static String shown(Optional<Estimate> estimate, double times) {
    String form = times == 1 ? "%.3f (%.3f to %.3f)" : "%.1f (%.1f to %.1f)";
    return estimate
        .map(
            e ->
                String.format(
                    Locale.ROOT, form, times * e.value(), times * e.low(), times * e.high()))
        .orElse("-");
  }

  private static void against(List<String> lines, Comparison comparison) {
    lines.add("");
    lines.add(comparison.first() + " less " + comparison.second() + ", paired");
    lines.add("  F1, pooled  " + shown(comparison.f1(), 100));
    lines.add("  step AUC    " + shown(comparison.stepAuc(), 1));
    comparison
        .firstError()
        .ifPresent(
            m ->
                lines.add(
                    String.format(
                        Locale.ROOT,
                        "  first error, or none, exactly: %,d only by the first, %,d only by the"
                            + " second; McNemar's exact p = %.3g",
                        m.onlyFirst(),
                        m.onlySecond(),
                        m.p())));
  }
}
