package dev.whetstone.cli.demo.loop;

import dev.whetstone.benchmark.metric.Estimate;
import dev.whetstone.benchmark.report.page.Document;
import dev.whetstone.benchmark.report.page.Markup;
import dev.whetstone.cli.demo.chart.Chart;
import dev.whetstone.cli.demo.chart.Chart.Axis;
import dev.whetstone.cli.demo.chart.Chart.Line;
import dev.whetstone.cli.demo.chart.Scale;
import dev.whetstone.cli.demo.chart.Shown;
import dev.whetstone.training.simulation.Comparison;
import dev.whetstone.training.simulation.Measure;
import dev.whetstone.training.simulation.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The comparison as one HTML page that needs no other file. */
record LoopPage(Comparison comparison, World world, Optional<HumanLabels> labels) {
  private static final String TITLE = "The generator-verifier loop, off and on";

  String html() {
    return Document.of(TITLE, head() + figures() + charts() + families() + about());
  }

  private String head() {
    return """
    <header><h1>%s</h1>
    <p>A simulated solver learns whatever a weak verifier rewards. With the loop on, its answers are labelled without people, \
    the labels retrain the verifier, and the gate decides which version serves. %d seeds of %d rounds of %d answers; \
    bands and brackets: 95 %% intervals over the seeds.</p></header>
    """
        .formatted(
            TITLE,
            comparison.seeds().size(),
            comparison.rounds(),
            world.answers() * world.families().size());
  }

  private String figures() {
    return "<div class=\"figures\">"
        + figure("exploit rate at the end, loop off", comparison.exploits(false), true)
        + figure("exploit rate at the end, loop on", comparison.exploits(true), true)
        + figure("on over off (mark: at most 0.25)", comparison.ratio(), false)
        + figure("verifier accuracy at the end, loop on", last(Measure.ACCURACY), true)
        + figure("label error", last(Measure.LABEL_ERROR), true)
        + figure("sent to people", last(Measure.PEOPLE), true)
        + figure("calls spent", last(Measure.CALLS), false)
        + "</div>\n";
  }

  private Optional<Estimate> last(Measure measure) {
    return comparison.curve(measure, true).getLast();
  }

  private static String figure(String name, Optional<Estimate> estimate, boolean isShare) {
    return "<div class=\"panel figure\"><span>%s</span><b>%s</b><span>%s</span></div>\n"
        .formatted(
            Markup.escape(name),
            estimate.map(e -> Shown.number(isShare, e.value())).orElse("–"),
            estimate
                .map(e -> Shown.bounds(e, isShare).orElse("no interval"))
                .orElse("nothing to tell"));
  }

  private String charts() {
    return Stream.of(Measure.values())
        .map(this::chart)
        .collect(Collectors.joining("", "<div class=\"pair\">", "</div>\n" + human()));
  }

  private String human() {
    String said =
        labels
            .map(
                file ->
                    ("Human labels: %s; for the figures alone. The verifier saw nothing like them,"
                            + " and its band tells of seeds, not of the choice of solutions.")
                        .formatted(file))
            .orElse(
                "No human labels were given, so there is no curve of them: ./whetstone demo loop"
                    + " --labels FILE");
    return "<p class=\"note\">%s</p>\n".formatted(Markup.escape(said));
  }

  private String chart(Measure measure) {
    List<Line> lines = new ArrayList<>();
    if (measure.isOfBoth()) lines.add(line(measure, "off", "against", false));
    lines.add(line(measure, "on", "verifier", true));
    if (lines.stream().noneMatch(Line::isThere)) return "";
    return "<div class=\"panel\">%s</div>\n"
        .formatted(
            new Chart(measure.words(), top(measure, lines), measure.isShare(), lines, Axis.ROUNDS)
                .svg());
  }

  private Line line(Measure measure, String name, String style, boolean loop) {
    return new Line(name, style, comparison.curve(measure, loop));
  }

  /** Rates of both on the whole scale, the others on their own. */
  private static double top(Measure measure, List<Line> lines) {
    if (measure.isOfBoth()) return 1;
    double most =
        lines.stream()
            .flatMap(line -> line.points().stream().flatMap(Optional::stream))
            .mapToDouble(Estimate::high)
            .max()
            .orElse(1);
    return Scale.above(most);
  }

  private String families() {
    return "<h2>Family by family</h2>\n<div class=\"panel\">"
        + new FamilyChart(comparison).svg()
        + "<p class=\"note\">Orange: loop off; blue: loop on. %s</p></div>\n".formatted(asked());
  }

  private String asked() {
    return world.curriculum()
        ? "Off, all families are asked alike. On, the curriculum asks less where labels show that"
            + " the verifier cannot be trusted: there its rewards stay wrong, but few are paid."
        : "All families are asked alike.";
  }

  private String about() {
    return """
    <h2>What is real here, and what is simulated</h2>
    <dl class="panel">
    <dt>real</dt><dd>The tasks, their solutions and flaws, and what is true of them: the task families'. The verifier: the linear \
    part of the step verifier, fitted anew to the labels of all rounds, nothing else of it. The labelling rule, the value rule for people, \
    the archive's rules, the curriculum and the gate: the server's own code.</dd>
    <dt>simulated</dt><dd>The solver: for each family a softmax over an honest attempt (right in %s) and one way for each flaw. \
    Who analyses and checks: coins of known rates, a few flaws found by nobody. People: wrong in 3 %%. The gate's human labels: \
    theirs, of generated work.</dd>
    <dt>not shown</dt><dd>Language models, proofs, and the network of the step verifier. With the loop off the first version stays; \
    it was fitted to %d solutions of each family that are right or have the one slip that honest attempts make.</dd>
    </dl>
    """
        .formatted(Shown.percent(world.skill()), world.first());
  }
}
