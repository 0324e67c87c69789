package dev.whetstone.verify.proof;

import dev.whetstone.model.Derivation;
import dev.whetstone.verify.StepReadings;
import dev.whetstone.verify.StepVerdict.Read;
import dev.whetstone.verify.StepVerdict.Unread;
import dev.whetstone.verify.proof.Reply.Judged;
import dev.whetstone.verify.proof.Reply.Unjudged;
import dev.whetstone.verify.proof.Reply.Why;
import dev.whetstone.verify.proof.issue.CheckedIssue;
import dev.whetstone.verify.proof.issue.Finding;
import dev.whetstone.verify.proof.issue.IssueLimits;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * The step verifier as a judge of analyses: an issue that nothing else decides is real where P(its
 * step is wrong), or for an issue with the whole P(some step is wrong), is high enough; the rubric
 * does the rest. It reads issues, not prose: a score below 1 without any is worth 1/2 at most.
 *
 * @param realFrom that probability, in (0, 1]
 */
public record LearnedMetaJudge(StepReadings readings, IssueLimits limits, double realFrom)
    implements MetaJudge {
  public LearnedMetaJudge {
    if (!(realFrom > 0 && realFrom <= 1))
      throw new IllegalArgumentException("a probability in (0, 1], not " + realFrom);
  }

  @Override
  public String name() {
    return readings.verifier();
  }

  @Override
  public Assessment assessment(Derivation proof, Analysis analysis) {
    return Assessment.of(proof, analysis, limits);
  }

  @Override
  public Reply<MetaVerdict> judge(
      Derivation proof, Analysis analysis, int sample, Duration patience) {
    Assessment said = assessment(proof, analysis);
    if (isDecided(said)) return new Judged<>(MetaVerdict.of(said, said.metaAtMost(), name()));
    return switch (readings.read(proof, patience)) {
      case Unread unread -> new Unjudged<>(why(unread), unread.detail());
      case Read read -> new Judged<>(verdict(said, read));
    };
  }

  private static boolean isDecided(Assessment said) {
    return isBare(said)
        ? !said.analysis().score().claimsIssues()
        : said.issues().stream().noneMatch(issue -> issue.finding() == Finding.OPEN);
  }

  private static boolean isBare(Assessment said) {
    return said.issues().isEmpty();
  }

  private static Why why(Unread unread) {
    return switch (unread.unread()) {
      case TOO_LONG, UNSCORABLE, NO_STEPS -> Why.TOO_LONG;
      case NO_VERIFIER, BUSY, DEADLINE, FAULT -> Why.UNANSWERED;
    };
  }

  private MetaVerdict verdict(Assessment said, Read read) {
    if (isBare(said))
      return MetaVerdict.of(
          said, 1 - read.whole() >= realFrom ? said.metaAtMost() : Score.ZERO, read.verifier());
    List<CheckedIssue> issues =
        said.issues().stream()
            .map(issue -> issue.finding() == Finding.OPEN ? read(issue, read) : issue)
            .toList();
    Assessment decided = new Assessment(said.analysis(), issues, said.unreadable());
    return MetaVerdict.of(decided, decided.metaAtMost(), read.verifier());
  }

  private CheckedIssue read(CheckedIssue open, Read read) {
    OptionalInt step = open.issue().step();
    boolean named = step.isPresent() && step.getAsInt() < read.right().size();
    double wrong = 1 - (named ? read.right().get(step.getAsInt()) : read.whole());
    return new CheckedIssue(
        open.issue(),
        wrong >= realFrom ? Finding.CONFIRMED : Finding.REFUTED,
        String.format(
            Locale.ROOT, "P(%s is wrong) is %.3f", named ? "the step" : "some step", wrong));
  }
}
