package dev.whetstone.api.trainer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.api.BadField;
import dev.whetstone.api.Text;
import dev.whetstone.api.Tools;
import dev.whetstone.api.Unavailable;
import dev.whetstone.rollout.Environments;
import dev.whetstone.rollout.Episode;
import dev.whetstone.rollout.Episodes;
import dev.whetstone.rollout.Made;
import dev.whetstone.rollout.Result;
import dev.whetstone.rollout.Said;
import dev.whetstone.rollout.TaskHandle;
import dev.whetstone.rollout.UnknownEpisode;
import dev.whetstone.task.Split;
import dev.whetstone.task.Thoughts;
import dev.whetstone.task.Tool;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Rollouts of NeMo Gym's: what is kept of one while it goes on, and what it is worth. */
@ApplicationScoped
class NemoGym {
  private static final Set<String> EVALUATION = Set.of("evaluation", "validation", "test");
  private static final List<Tool> ANSWER = List.of(Episode.ANSWER);

  /** Names what was written after the last call. */
  private static final String LAST = "last";

  private final Environments environments;
  private final Sessions sessions;
  private final Episodes episodes;
  private final Labelled labelled;
  private final Answered answered;

  NemoGym(
      Environments environments,
      Sessions sessions,
      Episodes episodes,
      Labelled labelled,
      Answered answered) {
    this.environments = environments;
    this.sessions = sessions;
    this.episodes = episodes;
    this.labelled = labelled;
    this.answered = answered;
  }

  /** An episode of the row's task, or, where the row names none, of one of the environment's. */
  Episode open(String environment, GymRollout rollout) {
    Optional<TaskHandle> task = rollout.task();
    return episodes.open(
        task.isPresent()
            ? sessions.made(task.get(), GymRollout.ANSWER)
            : ofSlot(environment, rollout));
  }

  /** Empty where the row itself says all that will be needed to score it. */
  Optional<Episode> seed(String environment, GymRollout rollout) {
    Optional<TaskHandle> task = rollout.task();
    if (task.isPresent()
        && !isPlayed(sessions.made(task.get(), GymRollout.ANSWER))
        && !rollout.listsTools()) return Optional.empty();
    if (task.isEmpty() && rollout.label().isPresent()) return Optional.empty();
    return Optional.of(open(environment, rollout));
  }

  private static boolean isPlayed(Made made) {
    return made.task().game().isPresent();
  }

  private Made ofSlot(String environment, GymRollout rollout) {
    if (environment.equals(TrainerPaths.NO_ENVIRONMENT))
      throw new BadField(
          GymRollout.ANSWER,
          "the row names neither a task nor the right answer",
          "give one of them as expected_answer, or name an environment: /nemo-gym/{environment}");
    Split split =
        EVALUATION.contains(rollout.text("split"))
            ? Split.EVALUATION
            : environments.splits(environment).getFirst();
    return sessions.made(environment, split, rollout.index());
  }

  /**
   * What is said to a call.
   *
   * @throws BadField for the model to read, if there is no such tool, or an argument is missing
   */
  Said call(GymSession session, String tool, JsonNode arguments) {
    String message = Tools.message(episodes.known(session.id()), tool, arguments);
    return say(session.id(), message, session.key(message));
  }

  /** The same for clients without a cookie: what was answered already is another call. */
  Said call(RoutingContext request, UUID session, String tool, JsonNode arguments) {
    String message = Tools.message(episodes.known(session), tool, arguments);
    return say(session, message, answered.begin(request).key(session.toString(), message));
  }

  List<Tool> tools(UUID session) {
    return episodes.known(session).tools();
  }

  /**
   * All that a response writes and calls, one after the other.
   *
   * @param key names the response; null where the client gave none
   */
  List<Step> step(GymSession session, GymRollout rollout, String key) {
    Episode episode = episodes.known(session.id());
    String name = key != null ? key : session.key(rollout.row().path("response").toString());
    List<GymRollout.Item> items = rollout.output();
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < items.size() && !isOver(steps); i++)
      step(session, episode, items.get(i), name + " " + i).ifPresent(steps::add);
    return steps;
  }

  /** What comes after the end is not even looked at. */
  private static boolean isOver(List<Step> steps) {
    return !steps.isEmpty() && steps.getLast().said().turn().over();
  }

  /** One item of a response, and what was said to it. */
  record Step(GymRollout.Item item, Said said) {}

  private Optional<Step> step(
      GymSession session, Episode episode, GymRollout.Item item, String key) {
    return item.message(episode.tools())
        .map(message -> new Step(item, say(session.id(), message, key)));
  }

  private Said say(UUID session, String message, String key) {
    Said said = episodes.say(session, Text.storable(message), Optional.of(key));
    if (said.result().orElse(null) instanceof Result.Unjudged unjudged)
      throw new Unavailable(unjudged.reason());
    return said;
  }

  void close(GymSession session) {
    episodes.close(session.id());
  }

  /** What the rollout is worth: its episode, or else what its response says by itself. */
  Earned score(RoutingContext request, Optional<GymSession> session, GymRollout rollout) {
    try {
      Optional<Episode> episode =
          session.filter(GymSession::isEpisode).map(open -> episodes.known(open.id()));
      if (episode.filter(open -> isOf(open, rollout)).isPresent())
        return played(session.orElseThrow(), rollout.output());
    } catch (UnknownEpisode lost) {
      if (rollout.task().isEmpty()) throw lost;
    }
    return byLabel(request, session, rollout);
  }

  /** Clients may mix up their cookies. */
  private static boolean isOf(Episode episode, GymRollout rollout) {
    return rollout.label().map(episode.made().offer().handle().toString()::equals).orElse(true);
  }

  private Earned played(GymSession session, List<GymRollout.Item> output) {
    Optional<String> last = Optional.ofNullable(output.isEmpty() ? null : output.getLast().text());
    Optional<Result> result =
        last.filter(text -> !text.isBlank())
            .flatMap(text -> say(session.id(), text, LAST).result());
    return Earned.of(result.orElseGet(() -> episodes.judge(session.id())), GymRollout.ANSWER);
  }

  private Earned byLabel(RoutingContext request, Optional<GymSession> session, GymRollout rollout) {
    String label =
        rollout
            .label()
            .orElseThrow(
                () ->
                    new BadField(
                        GymRollout.ANSWER,
                        "the row names neither a task nor the right answer",
                        "give one of them as expected_answer, or seed a session first"));
    return labelled
        .score(
            request,
            List.of(
                new Labelled.Sample(
                    completion(rollout), label, session.map(open -> "nemo-gym " + open.id()))))
        .getFirst();
  }

  /** A game is all that was written and called; any other task what was said last. */
  private String completion(GymRollout rollout) {
    Optional<Made> played = rollout.task().flatMap(episodes::task).filter(NemoGym::isPlayed);
    List<Tool> tools = played.map(made -> made.task().game().orElseThrow().tools()).orElse(ANSWER);
    List<String> messages =
        rollout.output().stream().flatMap(item -> item.message(tools).stream()).toList();
    if (played.isPresent()) return Thoughts.join(messages);
    return messages.isEmpty() ? "" : messages.getLast();
  }
}
