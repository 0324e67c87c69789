package dev.whetstone.benchmark.report.page;

import dev.whetstone.benchmark.Metrics;
import dev.whetstone.benchmark.Metrics.SolutionMetrics;
import dev.whetstone.benchmark.Metrics.StepMetrics;
import dev.whetstone.benchmark.label.Generated;
import dev.whetstone.benchmark.metric.BestThreshold;
import dev.whetstone.benchmark.metric.Estimate;
import dev.whetstone.benchmark.report.Report;
import dev.whetstone.benchmark.report.Reports.Headline;
import dev.whetstone.benchmark.report.Scorecard;
import dev.whetstone.benchmark.report.SetSummary;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A report as one HTML page: what was measured, beside the baselines, and where it fails. */
public final class Page {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

  private final Report report;
  private final List<Headline> kept;

  private Page(Report report, List<Headline> kept) {
    this.report = report;
    this.kept = kept;
  }

  /**
   * The whole document.
   *
   * @param kept reports of the model, itself among them
   */
  public static String of(Report report, List<Headline> kept) {
    return new Page(report, kept).html();
  }

  private String html() {
    return Document.of(title(), body());
  }

  private String title() {
    return Markup.escape(report.model()) + " on " + report.kindOfLabels();
  }

  private String body() {
    return head()
        + figures()
        + refused()
        + "<h2>Beside the baselines</h2>\n"
        + beside()
        + judges()
        + new History(report, kept).html()
        + "<h2>Set by set</h2>\n"
        + exactBySet()
        + new SetTable(report).html()
        + oracle()
        + report.comparison().map(Versus::html).orElse("")
        + new Details(report).html();
  }

  private String head() {
    return """
    <header><h1>%s</h1>
    <p>%s. Data: %s, SHA-256 <code>%s</code>. Intervals: 95 %%, %s draws of whole problems.</p></header>
    """
        .formatted(
            title(),
            TIME.format(report.createdAt()),
            report.sets().stream()
                .map(SetSummary::name)
                .map(Markup::escape)
                .collect(Collectors.joining(", ")),
            report.dataSha256().substring(0, 16),
            Markup.count(report.bootstrap().draws()));
  }

  private String figures() {
    Scorecard card = report.verifier();
    Metrics all = card.all();
    return "<div class=\"figures\">"
        + figure("F1, mean of the sets", card.meanF1(), true)
        + figure("step AUC, mean of the sets", card.meanStepAuc(), false)
        + figure("first error, or none, told exactly, %", all.firstErrorAccuracy(), true)
        + figure("solutions told rightly, %", all.solutionAccuracy(), true)
        + figure("Brier score of steps", all.steps().map(StepMetrics::brier), false)
        + "</div>\n";
  }

  private static String figure(String name, Optional<Estimate> estimate, boolean percent) {
    String value = estimate.map(e -> Markup.written(e.value(), percent)).orElse("–");
    String bounds =
        estimate
            .map(e -> Markup.written(e.low(), percent) + " – " + Markup.written(e.high(), percent))
            .orElse("not defined on these sets");
    return "<div class=\"panel figure\"><span>%s</span><b>%s</b><span>%s</span></div>\n"
        .formatted(name, value, bounds);
  }

  private String refused() {
    int refused = report.verifier().all().counts().refused();
    if (refused == 0) return "";
    String reasons =
        report.verifier().refusals().entrySet().stream()
            .map(e -> Markup.count(e.getValue()) + " × " + Markup.escape(e.getKey()))
            .collect(Collectors.joining("; "));
    return """
    <div class="panel warning"><b>%s of %s items refused</b>: %s. Their decisions count as wrong; their steps are left out.</div>
    """
        .formatted(
            Markup.count(refused), Markup.count(report.verifier().all().counts().items()), reasons);
  }

  private String beside() {
    return "<div class=\"pair\">"
        + panel(whiskers("F1, mean of the sets, %", true, Scorecard::meanF1))
        + panel(whiskers("step AUC, mean of the sets", false, Scorecard::meanStepAuc))
        + panel(
            whiskers(
                "first error, or none, told exactly, %",
                true, card -> card.all().firstErrorAccuracy()))
        + panel(whiskers("solutions told rightly, %", true, card -> card.all().solutionAccuracy()))
        + "</div>\n";
  }

  private String exactBySet() {
    List<Whiskers.Entry> entries =
        report.verifier().sets().entrySet().stream()
            .filter(set -> set.getValue().firstErrorAccuracy().isPresent())
            .map(
                set ->
                    new Whiskers.Entry(
                        familyOrSet(set.getKey()), "verifier", set.getValue().firstErrorAccuracy()))
            .toList();
    if (entries.size() < 2) return "";
    return half(new Whiskers("first error, or none, told exactly, %", true, true, entries).svg());
  }

  private static String familyOrSet(String set) {
    return set.startsWith(Generated.SETS) ? set.substring(Generated.SETS.length()) : set;
  }

  private String whiskers(
      String title, boolean percent, Function<Scorecard, Optional<Estimate>> metric) {
    List<Whiskers.Entry> entries =
        report.scorecards().stream()
            .map(c -> new Whiskers.Entry(c.judge(), SetTable.style(c), metric.apply(c)))
            .toList();
    return new Whiskers(title, percent, false, entries).svg();
  }

  static String panel(String content) {
    return "<div class=\"panel\">" + content + "</div>\n";
  }

  /** As wide as one of a pair. */
  static String half(String content) {
    return "<div class=\"panel half\">" + content + "</div>\n";
  }

  private String oracle() {
    String best =
        report.verifier().sets().entrySet().stream()
            .flatMap(
                set ->
                    set.getValue().solutions().flatMap(SolutionMetrics::oracle).stream()
                        .map(o -> oracle(set.getKey(), o)))
            .collect(Collectors.joining("; "));
    return best.isEmpty()
        ? ""
        : "<p class=\"note\">Decisions are made by the thresholds of the model's card. With the"
            + " best step threshold, chosen on these very labels, which is no result but a bound,"
            + " F1 would be: "
            + best
            + ".</p>\n";
  }

  private static String oracle(String set, BestThreshold oracle) {
    return "%s %s (at %s)"
        .formatted(
            Markup.escape(set), Markup.percent(oracle.f1()), Markup.number(oracle.threshold()));
  }

  private String judges() {
    StringBuilder list =
        new StringBuilder("<h3>What each judge goes by</h3>\n<dl class=\"panel\">");
    for (Scorecard card : report.scorecards())
      list.append(
          "<dt>%s</dt><dd>%s</dd>\n"
              .formatted(Markup.escape(card.judge()), Markup.escape(card.about())));
    return list + "</dl>\n";
  }
}
