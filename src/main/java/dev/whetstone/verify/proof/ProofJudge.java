package dev.whetstone.verify.proof;

import dev.whetstone.model.Derivation;
import dev.whetstone.model.remote.ChatClient;
import dev.whetstone.model.remote.Message;
import dev.whetstone.model.remote.Outcome;
import dev.whetstone.model.remote.Outcome.Answered;
import dev.whetstone.model.remote.Outcome.Failed;
import dev.whetstone.model.remote.Reason;
import dev.whetstone.model.remote.Samples;
import dev.whetstone.model.remote.Sampling;
import dev.whetstone.verify.proof.Reply.Judged;
import dev.whetstone.verify.proof.Reply.Unjudged;
import dev.whetstone.verify.proof.Reply.Why;
import dev.whetstone.verify.proof.issue.IssueLimits;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;

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

  /** Who assesses: name and version, {@code model@hash of the prompt}. */
  public String verifier() {
    return client.model() + "@" + Prompts.verifierVersion();
  }

  /** Who rates evaluations: name and version, as above. */
  public String metaVerifier() {
    return client.model() + "@" + Prompts.metaVerifierVersion();
  }

  /** Each sample's assessment of a solution, in their order. */
  public List<Reply<Assessment>> assess(Derivation derivation, Draws draws) {
    return ask(
        Prompts.verify(derivation),
        draws,
        format::verifier,
        said -> assessment(derivation, said),
        Assessment::stands);
  }

  /** Each sample's analysis of an evaluation of a solution, in their order. */
  public List<Reply<Analysis>> rate(Derivation derivation, String evaluation, Draws draws) {
    return ask(
        Prompts.metaVerify(derivation, evaluation),
        draws,
        format::metaVerifier,
        Function.identity(),
        _ -> true);
  }

  /** Each sample's better solution, in their order. */
  public List<Reply<SelfEvaluated>> refine(
      Derivation derivation, List<String> evaluations, Draws draws) {
    return ask(
        Prompts.refine(derivation, evaluations),
        draws,
        format::generator,
        Function.identity(),
        _ -> true);
  }

  /** An analysis with its issues read and checked; asks no model. */
  public Assessment assessment(Derivation derivation, Analysis analysis) {
    return Assessment.of(derivation, analysis, issueLimits);
  }

  /**
   * Which samples are drawn of an answer.
   *
   * @param first number of the first; the same number is the same sample as long as it is cached
   * @param patience for all of them together
   */
  public record Draws(int first, int count, Duration patience) {}

  /** What is of no use is not kept: who asks again is not answered with it again. */
  private <T, R> List<Reply<R>> ask(
      String prompt,
      Draws draws,
      Function<String, Formatted<T>> format,
      Function<T, R> read,
      Predicate<R> isOfUse) {
    if (prompt.length() > limits.maxPrompt())
      return Collections.nCopies(
          draws.count, new Unjudged<>(Why.TOO_LONG, "too long to be asked about"));
    List<Message> messages = List.of(Message.user(prompt));
    try (Samples asked =
        client.ask(
            messages,
            sampling,
            draws.first,
            draws.count,
            draws.patience,
            answer ->
                heard(answer, format, read) instanceof Judged<R>(R said) && isOfUse.test(said))) {
      return asked.all().stream().map(outcome -> heard(outcome, format, read)).toList();
    }
  }

  private static <T, R> Reply<R> heard(
      Outcome outcome, Function<String, Formatted<T>> format, Function<T, R> read) {
    return switch (outcome) {
      case Failed f -> new Unjudged<>(why(f), word(f) + ": " + f.detail());
      case Answered a when a.isCutOff() ->
          new Unjudged<>(Why.CUT_OFF, "the judge ran out of tokens");
      case Answered a -> understood(format.apply(a.text()), read);
    };
  }

  private static <T, R> Reply<R> understood(Formatted<T> response, Function<T, R> read) {
    return switch (response) {
      case Formatted.Broken<T>(String why) -> new Unjudged<>(Why.UNREADABLE, why);
      case Formatted.Kept<T>(T said) -> new Judged<>(read.apply(said));
    };
  }

  private static Why why(Failed failed) {
    return failed.reason() == Reason.REFUSED ? Why.REFUSED : Why.UNANSWERED;
  }

  private static String word(Failed failed) {
    return failed.reason().name().toLowerCase(Locale.ROOT);
  }
}
