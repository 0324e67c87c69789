package dev.whetstone.verify.proof;

import dev.whetstone.model.Derivation;
import dev.whetstone.model.remote.ChatClient;
import dev.whetstone.model.remote.Message;
import dev.whetstone.model.remote.Outcome;
import dev.whetstone.model.remote.Outcome.Answered;
import dev.whetstone.model.remote.Outcome.Failed;
import dev.whetstone.model.remote.Samples;
import dev.whetstone.model.remote.Sampling;
import dev.whetstone.verify.proof.Assessment.Assessed;
import dev.whetstone.verify.proof.Assessment.Unassessed;
import dev.whetstone.verify.proof.Assessment.Why;
import dev.whetstone.verify.proof.Rating.Rated;
import dev.whetstone.verify.proof.Rating.Unrated;
import dev.whetstone.verify.proof.issue.CheckedIssue;
import dev.whetstone.verify.proof.issue.IssueChecks;
import dev.whetstone.verify.proof.issue.IssueLimits;
import dev.whetstone.verify.proof.issue.IssueList;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Asks a language model about proofs, and reads what it says; an interrupt gives up. */
public final class ProofJudge {
  private final ChatClient client;
  private final Sampling sampling;
  private final ProofLimits limits;
  private final IssueLimits issueLimits;
  private final ResponseFormat format;

  public ProofJudge(
      ChatClient client, Sampling sampling, ProofLimits limits, IssueLimits issueLimits) {
    this.client = client;
    this.sampling = sampling;
    this.limits = limits;
    this.issueLimits = issueLimits;
    this.format = new ResponseFormat(limits.maxResponse());
  }

  /**
   * As many assessments as samples, in their order.
   *
   * @param patience for all of them together
   */
  public List<Assessment> assess(Derivation derivation, int samples, Duration patience) {
    return ask(
        Prompts.verify(derivation),
        samples,
        patience,
        text -> assessment(format.verifier(text), derivation),
        Unassessed::new);
  }

  /** As many ratings of an evaluation as samples, in their order. */
  public List<Rating> rate(
      Derivation derivation, String evaluation, int samples, Duration patience) {
    return ask(
        Prompts.metaVerify(derivation, evaluation),
        samples,
        patience,
        text -> rating(format.metaVerifier(text)),
        Unrated::new);
  }

  private <T> List<T> ask(
      String prompt,
      int samples,
      Duration patience,
      Function<String, T> read,
      BiFunction<Why, String, T> failed) {
    if (prompt.length() > limits.maxPrompt())
      return Collections.nCopies(samples, failed.apply(Why.TOO_LONG, "too long to be asked about"));
    try (Samples asked = client.ask(List.of(Message.user(prompt)), sampling, samples, patience)) {
      return asked.all().stream().map(outcome -> heard(outcome, read, failed)).toList();
    }
  }

  private static <T> T heard(
      Outcome outcome, Function<String, T> read, BiFunction<Why, String, T> failed) {
    return switch (outcome) {
      case Failed f -> failed.apply(Why.UNANSWERED, word(f) + ": " + f.detail());
      case Answered a when a.isCutOff() -> failed.apply(Why.CUT_OFF, "the judge ran out of tokens");
      case Answered a -> read.apply(a.text());
    };
  }

  private static String word(Failed failed) {
    return failed.reason().name().toLowerCase(Locale.ROOT);
  }

  private Assessment assessment(Formatted<Analysis> response, Derivation derivation) {
    return switch (response) {
      case Formatted.Broken<Analysis>(String why) -> new Unassessed(Why.UNREADABLE, why);
      case Formatted.Kept<Analysis>(Analysis analysis) -> checked(analysis, derivation);
    };
  }

  private Assessed checked(Analysis analysis, Derivation derivation) {
    IssueList read = IssueList.in(analysis.text(), issueLimits);
    List<CheckedIssue> issues = new IssueChecks(derivation).of(read.issues());
    Score best = MetaRubric.atMost(issues, analysis.score());
    return new Assessed(analysis, issues, read.unreadable(), best);
  }

  private static Rating rating(Formatted<Analysis> response) {
    return switch (response) {
      case Formatted.Broken<Analysis>(String why) -> new Unrated(Why.UNREADABLE, why);
      case Formatted.Kept<Analysis>(Analysis analysis) -> new Rated(analysis);
    };
  }
}
