package dev.whetstone.verify.proof;

import dev.whetstone.model.Derivation;
import dev.whetstone.verify.Steps;
import dev.whetstone.verify.proof.ProofJudge.Draws;
import dev.whetstone.verify.proof.Reply.Judged;
import dev.whetstone.verify.proof.Reply.Unjudged;
import dev.whetstone.verify.proof.Reply.Why;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
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
   * @throws NoJudge where nobody is there to judge proofs, or analyses of proofs
   */
  public void requireJudges() {
    requireJudges(true);
  }

  /**
   * @param rated whether analyses are to be judged, too
   * @throws NoJudge where nobody is there to judge
   */
  public void requireJudges(boolean rated) {
    judges.ofProofsRequired();
    if (rated) requireMetaJudge();
  }

  /**
   * @throws NoJudge where nobody is there to judge analyses of proofs
   */
  public void requireMetaJudge() {
    judges.ofAnalysesRequired();
  }

  /** A candidate's proof with its own evaluation. */
  public Formatted<SelfEvaluated> proof(String response) {
    return switch (limits.format()) {
      case STRICT -> strict.generator(response);
      case LOOSE -> LooseFormat.NEMO_GYM.generator(response);
    };
  }

  /** The same of a known problem; a proof too long to be judged breaks the format. */
  public Formatted<SelfEvaluated> proof(String problem, String response) {
    Formatted<SelfEvaluated> read = proof(response);
    return read instanceof Formatted.Kept<SelfEvaluated>(SelfEvaluated said)
            && isTooLong(cut(problem, said.solution()))
        ? new Formatted.Broken<>(whatIsTooLong())
        : read;
  }

  /** A candidate's analysis of a proof; one of too many characters breaks the format. */
  public Formatted<Analysis> analysis(String response) {
    Formatted<Analysis> read = anyAnalysis(response);
    return read instanceof Formatted.Kept<Analysis>(Analysis said)
            && said.text().length() > limits.maxCharacters()
        ? new Formatted.Broken<>(whatIsTooLong())
        : read;
  }

  private Formatted<Analysis> anyAnalysis(String response) {
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
   * @param rated whether anything depends on how good the evaluation is; else nobody is asked
   * @throws NoJudge where nobody is there to judge
   */
  public Reply<ProofVerdict> judge(String problem, SelfEvaluated proof, boolean rated) {
    Derivation derivation = cut(problem, proof.solution());
    ProofJudge verifier = judges.ofProofsRequired();
    if (!rated) return verdict(votes(verifier, derivation), verifier.verifier(), Optional.empty());
    requireMetaJudge();
    try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
      CompletableFuture<Reply<MetaVerdict>> rating =
          CompletableFuture.supplyAsync(() -> judge(derivation, proof.evaluation()), both);
      List<Reply<Assessment>> votes = votes(verifier, derivation);
      return switch (rating.join()) {
        case Unjudged<MetaVerdict>(Why why, String detail) -> new Unjudged<>(why, detail);
        case Judged<MetaVerdict>(MetaVerdict said) ->
            verdict(votes, verifier.verifier(), Optional.of(said));
      };
    }
  }

  /**
   * How good an analysis is.
   *
   * @throws NoJudge where nobody is there to judge
   */
  public Reply<MetaVerdict> judge(Derivation derivation, Analysis analysis) {
    MetaJudge judge = judges.ofAnalysesRequired();
    return isTooLong(derivation)
        ? tooLong()
        : judge.judge(derivation, analysis, 0, limits.deadline());
  }

  private List<Reply<Assessment>> votes(ProofJudge verifier, Derivation derivation) {
    return isTooLong(derivation)
        ? List.of(tooLong())
        : verifier.assess(derivation, new Draws(0, limits.samples(), limits.deadline()));
  }

  private static Reply<ProofVerdict> verdict(
      List<Reply<Assessment>> replies, String verifier, Optional<MetaVerdict> rated) {
    List<Assessment> votes =
        replies.stream()
            .filter(Judged.class::isInstance)
            .map(reply -> ((Judged<Assessment>) reply).value())
            .toList();
    if (votes.stream().anyMatch(Assessment::stands))
      return new Judged<>(new ProofVerdict(votes, verifier, rated));
    if (votes.isEmpty()
        && replies.getFirst() instanceof Unjudged<Assessment>(Why why, String detail))
      return new Unjudged<>(why, detail);
    return new Unjudged<>(Why.REFUTED, "what it finds wrong is not so");
  }

  private boolean isTooLong(Derivation derivation) {
    return derivation.steps().size() > limits.maxSteps()
        || derivation.length() > limits.maxCharacters();
  }

  private String whatIsTooLong() {
    return "it has more than %d steps or %d characters"
        .formatted(limits.maxSteps(), limits.maxCharacters());
  }

  private <T> Reply<T> tooLong() {
    return new Unjudged<>(Why.TOO_LONG, whatIsTooLong());
  }
}
