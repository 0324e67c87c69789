package dev.whetstone.training.simulation;

import dev.whetstone.benchmark.label.Truth;
import dev.whetstone.verify.labelling.FirstError;
import dev.whetstone.verify.labelling.Label;
import dev.whetstone.verify.labelling.Labeller;
import dev.whetstone.verify.labelling.Labelling;
import dev.whetstone.verify.labelling.Rule;
import dev.whetstone.verify.labelling.expected.Rates;
import dev.whetstone.verify.proof.Analysis;
import dev.whetstone.verify.proof.Assessment;
import dev.whetstone.verify.proof.Reply;
import dev.whetstone.verify.proof.Score;
import dev.whetstone.verify.proof.issue.CheckedIssue;
import dev.whetstone.verify.proof.issue.Claim;
import dev.whetstone.verify.proof.issue.Finding;
import dev.whetstone.verify.proof.issue.Issue;
import dev.whetstone.verify.proof.issue.Severity;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/**
 * Labels solutions without people, by a rule of the server's. Who analyses and who checks is
 * simulated, and errs at known rates; a flaw is as hard to find as it happens to be, and some flaws
 * nobody finds.
 */
final class Examiners {
  private static final double UNFINDABLE = 0.03;
  private static final double LEAST_DETECTION = 0.15;
  private static final double MOST_DETECTION = 0.6;
  private static final double FALSE_ALARM = 0.1;
  private static final double ZERO_SHARE = 0.6;
  private static final double CONFIRMS_TRUE = 0.9;
  private static final double CONFIRMS_FALSE = 0.2;

  /** How often a true issue names its very step. */
  private static final double LOCATED = 0.9;

  private static final String TRUE_ISSUE = "true issue at ";
  private static final String FALSE_ISSUE = "false issue at ";

  private final Rule rule;
  private final RandomGenerator random;

  Examiners(Rule rule, RandomGenerator random) {
    this.rule = rule;
    this.random = random;
  }

  /** A solution under examination: what is true of it, and how hard that is to see. */
  private record Proof(Truth truth, Rates rates) {
    int steps() {
      return truth.steps().size();
    }
  }

  /**
   * What came of one solution.
   *
   * @param truth its new label; empty where there is none, or none that says which step is wrong
   * @param contested whether a person should read it
   * @param correctShare of its analyses, those that found no valid issue
   */
  record Examined(Optional<Truth> truth, boolean contested, double correctShare, int calls) {}

  Examined examine(Truth truth) {
    Proof proof = new Proof(truth, rates());
    Labelling labelling =
        new Labeller<Proof>(
                rule,
                (of, _) -> new Reply.Judged<>(analysis(of)),
                (of, analysis, _) -> new Reply.Judged<>(confirms(of, analysis)))
            .label(proof);
    int settled = labelling.ledger().tally(rule.panel()).settled();
    int valid = labelling.ledger().tally(rule.panel()).valid();
    return new Examined(
        label(labelling, proof.steps()),
        labelling.label() instanceof Label.Human,
        settled == 0 ? 0.5 : 1 - (double) valid / settled,
        labelling.ledger().calls());
  }

  private Rates rates() {
    double found =
        random.nextDouble() < UNFINDABLE ? 0 : random.nextDouble(LEAST_DETECTION, MOST_DETECTION);
    return new Rates(found, FALSE_ALARM, ZERO_SHARE, CONFIRMS_TRUE, CONFIRMS_FALSE);
  }

  private Analysis analysis(Proof proof) {
    double draw = random.nextDouble();
    double detection = proof.truth.hasError() ? proof.rates.detection() : 0;
    if (draw >= detection + proof.rates.falseAlarm()) return new Analysis("", Score.ONE);
    Score score = random.nextDouble() < proof.rates.zeroShare() ? Score.ZERO : Score.HALF;
    boolean real = draw < detection;
    int step =
        real && random.nextDouble() < LOCATED
            ? proof.truth.firstError().getAsInt()
            : random.nextInt(proof.steps());
    return new Analysis((real ? TRUE_ISSUE : FALSE_ISSUE) + step, score);
  }

  private boolean confirms(Proof proof, Analysis analysis) {
    boolean real = analysis.text().startsWith(TRUE_ISSUE);
    return random.nextDouble() < (real ? proof.rates.confirmsTrue() : proof.rates.confirmsFalse());
  }

  /** Labels are kept by steps, as the server keeps them. */
  private Optional<Truth> label(Labelling labelling, int steps) {
    if (!(labelling.label() instanceof Label.Labelled(Score score))) return Optional.empty();
    if (score == Score.ONE) return Optional.of(Truth.ofFirstError(steps, OptionalInt.empty()));
    List<Assessment> valid =
        labelling.ledger().valid(rule.panel()).stream()
            .filter(analysis -> analysis.score() == score)
            .map(Examiners::assessment)
            .toList();
    OptionalInt first = FirstError.of(valid, steps);
    return first.isEmpty() ? Optional.empty() : Optional.of(Truth.ofFirstError(steps, first));
  }

  private static Assessment assessment(Analysis analysis) {
    String text = analysis.text();
    int step = Integer.parseInt(text.substring(text.lastIndexOf(' ') + 1));
    Issue issue = new Issue(OptionalInt.of(step), text, Claim.LOGIC, Severity.FATAL, text);
    return new Assessment(analysis, List.of(new CheckedIssue(issue, Finding.OPEN, "")), 0);
  }
}
