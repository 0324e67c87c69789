package dev.whetstone.benchmark.refinement;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.whetstone.benchmark.labelling.Verification;
import dev.whetstone.verify.proof.Prompts;
import dev.whetstone.verify.proof.Score;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How the work on a problem stands.
 *
 * @param best number of the best attempt so far, by its mean verification score, then its own
 * @param asks attempts that are asked for now; left out of lists
 * @param attempts in the order of their numbers; left out of lists
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Refinement(
    UUID id,
    String name,
    RefinementState state,
    Integer best,
    Plan plan,
    String generator,
    String licence,
    Instant createdAt,
    String problem,
    List<Ask> asks,
    List<Tried> attempts) {
  /**
   * An attempt that is asked for.
   *
   * @param number to answer it with
   * @param parent attempt that it is to be better than; left out for a fresh one
   * @param evaluations valid analyses of the parent
   * @param prompt asks a language model for all that; a fresh attempt is asked for in the caller's
   *     own words
   */
  @Schema(name = "RefinementAsk")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Ask(
      int number, int round, int thread, Integer parent, List<String> evaluations, String prompt) {
    static Ask fresh(Wanted wanted) {
      return new Ask(wanted.number(), wanted.round(), wanted.thread(), null, List.of(), null);
    }

    static Ask of(Wanted wanted, Critique critique, List<String> evaluations) {
      return new Ask(
          wanted.number(),
          wanted.round(),
          wanted.thread(),
          wanted.parent().orElseThrow().number(),
          evaluations,
          Prompts.refine(critique.solution(), evaluations));
    }
  }

  /**
   * An attempt that was made.
   *
   * @param thread number of the first attempt that it goes back to
   * @param score mean verification score, in [0, 1], once it is judged
   * @param selfScore its writer's
   * @param label 0, 1/2 or 1, once it is labelled
   * @param posterior P(no step is wrong) by its votes
   * @param labelling where its steps and all votes on it are
   * @param broken how the response breaks its format
   */
  @Schema(name = "RefinementAttempt")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Tried(
      int number,
      int round,
      int thread,
      Integer parent,
      String state,
      Double score,
      Double selfScore,
      Double label,
      Double posterior,
      UUID labelling,
      String broken) {
    static Tried of(Attempt a) {
      return new Tried(
          a.number(),
          a.round(),
          a.thread(),
          a.parent().isPresent() ? a.parent().getAsInt() : null,
          a.state().name().toLowerCase(Locale.ROOT),
          a.verification().flatMap(Verification::mean).orElse(null),
          a.selfScore().map(Score::value).orElse(null),
          a.verification().flatMap(Verification::label).map(Score::value).orElse(null),
          a.verification().flatMap(Verification::posterior).orElse(null),
          a.labelling().orElse(null),
          a.broken().orElse(null));
    }
  }

  /** Without problem, asks and attempts. */
  static Refinement headline(RefinementTable.Row row, Standing standing, List<Attempt> attempts) {
    return new Refinement(
        row.id(),
        row.what().name(),
        standing.state(),
        Attempt.pool(attempts).stream().findFirst().map(Attempt::number).orElse(null),
        row.what().plan(),
        row.what().generator(),
        row.what().licence(),
        row.createdAt(),
        null,
        null,
        null);
  }

  Refinement with(String problem, List<Ask> asks, List<Attempt> attempts) {
    return new Refinement(
        id,
        name,
        state,
        best,
        plan,
        generator,
        licence,
        createdAt,
        problem,
        asks,
        attempts.stream().map(Tried::of).toList());
  }
}
