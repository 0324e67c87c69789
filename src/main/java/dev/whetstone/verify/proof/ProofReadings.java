package dev.whetstone.verify.proof;

import dev.whetstone.model.Derivation;
import dev.whetstone.model.remote.Role;
import dev.whetstone.verify.Steps;
import dev.whetstone.verify.proof.ProofJudge.Draws;
import dev.whetstone.verify.proof.Reply.Judged;
import dev.whetstone.verify.proof.Reply.Unjudged;
import dev.whetstone.verify.proof.Reply.Why;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Has proofs, and analyses of proofs, judged by language models within the deadline. */
@ApplicationScoped
public class ProofReadings {
  private final ProofJudges judges;
  private final ProofLimits limits;
  private final ResponseFormat strict;

  ProofReadings(ProofJudges judges, ProofLimits limits) {
    this.judges = judges;
    this.limits = limits;
    this.strict = new ResponseFormat(limits.maxResponse());
    if (limits.samples() < 1) throw new IllegalArgumentException("no sample of a proof");
  }

  /**
   * @throws NoJudge where nobody is there to judge
   */
  public void requireJudges() {
    judges.required(Role.VERIFIER);
    judges.required(Role.META_VERIFIER);
  }

  /** A candidate's proof with its own evaluation. */
  public Formatted<SelfEvaluated> proof(String response) {
    return switch (limits.format()) {
      case STRICT -> strict.generator(response);
      case LOOSE -> LooseFormat.NEMO_GYM.generator(response);
    };
  }

  /** A candidate's analysis of a proof. */
  public Formatted<Analysis> analysis(String response) {
    return switch (limits.format()) {
      case STRICT -> strict.verifier(response);
      case LOOSE -> LooseFormat.NEMO_GYM.verifier(response);
    };
  }

  /** One step more than is allowed, so that it is seen. */
  public Derivation cut(String problem, String proof) {
    return new Derivation(problem, Steps.of(proof, limits.maxSteps() + 1));
  }

  /**
   * The proof and its evaluation, both at once.
   *
   * @throws NoJudge where nobody is there to judge
   */
  public Reply<ProofVerdict> judge(String problem, SelfEvaluated proof) {
    Derivation derivation = cut(problem, proof.solution());
    requireJudges();
    ProofJudge verifier = judges.required(Role.VERIFIER);
    try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
      CompletableFuture<Reply<MetaVerdict>> rated =
          CompletableFuture.supplyAsync(() -> judge(derivation, proof.evaluation()), both);
      return verdict(votes(verifier, derivation), verifier.verifier(), rated.join());
    }
  }

  /**
   * How good an analysis is.
   *
   * @throws NoJudge where nobody is there to judge
   */
  public Reply<MetaVerdict> judge(Derivation derivation, Analysis analysis) {
    ProofJudge judge = judges.required(Role.META_VERIFIER);
    if (isTooLong(derivation)) return tooLong();
    Assessment assessment = judge.assessment(derivation, analysis);
    if (assessment.metaAtMost() == Score.ZERO)
      return new Judged<>(MetaVerdict.refuted(assessment, judge.metaVerifier()));
    return switch (judge.rate(derivation, analysis.text(), draws(1)).getFirst()) {
      case Unjudged<Analysis>(Why why, String detail) -> new Unjudged<>(why, detail);
      case Judged<Analysis>(Analysis rating) ->
          new Judged<>(MetaVerdict.of(assessment, rating, judge.metaVerifier()));
    };
  }

  private List<Reply<Assessment>> votes(ProofJudge verifier, Derivation derivation) {
    return isTooLong(derivation)
        ? List.of(tooLong())
        : verifier.assess(derivation, draws(limits.samples()));
  }

  private static Reply<ProofVerdict> verdict(
      List<Reply<Assessment>> replies, String verifier, Reply<MetaVerdict> rated) {
    List<Assessment> votes =
        replies.stream()
            .filter(Judged.class::isInstance)
            .map(reply -> ((Judged<Assessment>) reply).value())
            .toList();
    if (votes.isEmpty()
        && replies.getFirst() instanceof Unjudged<Assessment>(Why why, String detail))
      return new Unjudged<>(why, detail);
    return switch (rated) {
      case Unjudged<MetaVerdict>(Why why, String detail) -> new Unjudged<>(why, detail);
      case Judged<MetaVerdict>(MetaVerdict evaluation) ->
          new Judged<>(new ProofVerdict(votes, verifier, evaluation));
    };
  }

  private boolean isTooLong(Derivation derivation) {
    return derivation.steps().size() > limits.maxSteps();
  }

  private <T> Reply<T> tooLong() {
    return new Unjudged<>(
        Why.TOO_LONG, "there are more than %d steps".formatted(limits.maxSteps()));
  }

  private Draws draws(int count) {
    return new Draws(0, count, limits.deadline());
  }
}
