package dev.whetstone.api.trainer;

import dev.whetstone.api.BadField;
import dev.whetstone.api.NothingRead;
import dev.whetstone.api.Text;
import dev.whetstone.model.Derivation;
import dev.whetstone.model.serve.ModelSettings;
import dev.whetstone.model.serve.ModelView;
import dev.whetstone.model.serve.Models;
import dev.whetstone.rollout.RolloutLimits;
import dev.whetstone.verify.Completion;
import dev.whetstone.verify.StepReadings;
import dev.whetstone.verify.StepVerdict;
import dev.whetstone.verify.StepVerdict.Why;
import dev.whetstone.verify.VerifyLimits;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Our verifiers, asked as reward models: {@code exact} by a label, the step verifier by the problem
 * and the steps of its solution.
 */
@ApplicationScoped
class RewardModel {
  static final String EXACT = "exact";

  /** How Qwen's process reward models mark a step's end. */
  private static final String STEP_END = "<extra_0>";

  private static final Set<Why> UNREADABLE = EnumSet.of(Why.NO_STEPS, Why.TOO_LONG, Why.UNSCORABLE);

  private final Labelled labelled;
  private final StepReadings readings;
  private final Models models;
  private final RolloutLimits rollout;
  private final VerifyLimits limits;
  private final ModelSettings settings;

  RewardModel(
      Labelled labelled,
      StepReadings readings,
      Models models,
      RolloutLimits rollout,
      VerifyLimits limits,
      ModelSettings settings) {
    this.labelled = labelled;
    this.readings = readings;
    this.models = models;
    this.rollout = rollout;
    this.limits = limits;
    this.settings = settings;
  }

  /**
   * @param steps P(step is right) of each step; the score alone where steps are not told apart
   * @param unread why the completion could not be read, and has the lowest score; null where it was
   */
  record Score(double score, List<Double> steps, String unread) {
    static Score of(double score) {
      return new Score(score, List.of(score), null);
    }
  }

  /** Those that can be asked now. */
  List<String> names() {
    List<String> names = new ArrayList<>(List.of(EXACT));
    if (models.views().stream().anyMatch(this::isServing)) names.add(settings.stepVerifier());
    return names;
  }

  /** As many exchanges are scored at once. */
  int most(String name) {
    return name.equals(EXACT) ? rollout.maxCandidates() : limits.maxVerifications();
  }

  private boolean isServing(ModelView view) {
    return view.state() == ModelView.State.SERVING && view.name().equals(settings.stepVerifier());
  }

  /**
   * The verifier of this name, or whose name a path ends in; {@code exact} where none is given.
   *
   * @throws BadField if there is none
   */
  String named(String model) {
    if (model == null) return EXACT;
    String name = model.substring(model.lastIndexOf('/') + 1);
    List<String> known = List.of(EXACT, settings.stepVerifier());
    if (known.contains(name)) return name;
    throw new BadField(
        "model", "there is no such model", "name one of these: " + String.join(", ", known));
  }

  /**
   * One score each, in their order.
   *
   * @param name of the verifier
   * @param field where the completions stand, as the client's protocol spells it
   */
  List<Score> scores(RoutingContext request, String name, String field, List<Exchange> exchanges) {
    return name.equals(EXACT) ? byLabel(request, field, exchanges) : bySteps(field, exchanges);
  }

  private List<Score> byLabel(RoutingContext request, String field, List<Exchange> exchanges) {
    List<Labelled.Sample> samples =
        exchanges.stream()
            .map(e -> new Labelled.Sample(e.completion(), e.label(), e.field()))
            .toList();
    return labelled.score(request, field, samples).stream().map(s -> Score.of(s.reward())).toList();
  }

  private List<Score> bySteps(String field, List<Exchange> exchanges) {
    if (exchanges.size() > limits.maxVerifications())
      throw new BadField(
          field,
          field + " has " + exchanges.size() + " solutions",
          "send at most " + limits.maxVerifications());
    return readings.read(exchanges.stream().map(this::derivation).toList()).stream()
        .map(RewardModel::score)
        .toList();
  }

  private Derivation derivation(Exchange exchange) {
    String problem = Text.storable(exchange.problem());
    requireProblem(exchange.field(), problem);
    String solution = Text.storable(exchange.completion());
    if (!solution.contains(STEP_END)) return readings.cut(new Completion(problem, solution));
    List<String> steps =
        Arrays.stream(solution.split(STEP_END))
            .map(String::strip)
            .filter(step -> !step.isEmpty())
            .limit(settings.maxSteps() + 1L)
            .toList();
    return new Derivation(problem, steps);
  }

  private void requireProblem(String field, String problem) {
    if (problem.isBlank())
      throw new BadField(field, "there is no problem", "send the problem with its solution");
    if (problem.length() > settings.maxCharacters())
      throw new BadField(
          field,
          "the problem has " + problem.length() + " characters",
          "give at most " + settings.maxCharacters());
  }

  /** What cannot be read has earned nothing; where the reason is ours, nobody has a score. */
  private static Score score(StepVerdict said) {
    return switch (said) {
      case StepVerdict.Read read -> new Score(read.whole(), steps(read), null);
      case StepVerdict.Unread unread when UNREADABLE.contains(unread.unread()) ->
          new Score(0, List.of(0.0), unread.detail());
      case StepVerdict.Unread unread -> throw NothingRead.of(unread, null);
    };
  }

  private static List<Double> steps(StepVerdict.Read read) {
    return read.right().isEmpty() ? List.of(read.whole()) : read.right();
  }
}
