package dev.whetstone.rollout;

import dev.whetstone.rollout.EpisodeTable.Row;
import dev.whetstone.task.Game;
import dev.whetstone.task.Thoughts;
import dev.whetstone.task.Turn;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Tasks answered in turns. An episode is no more than what its player wrote: what it was told
 * follows from that again, after a restart or in another process. When it is over, the transcript
 * is judged and saved as any other candidate.
 */
@ApplicationScoped
public class Episodes {
  private static final Turn TAKEN = new Turn("Your answer was taken.", true);
  private static final Turn ENOUGH = new Turn("You may write no more.", true);

  private final AgroalDataSource database;
  private final EpisodeTable table;
  private final Candidates candidates;
  private final EpisodeLimits limits;
  private final RolloutLimits rollout;
  private final Clock clock;

  Episodes(
      AgroalDataSource database,
      EpisodeTable table,
      Candidates candidates,
      EpisodeLimits limits,
      RolloutLimits rollout,
      Clock clock) {
    this.database = database;
    this.table = table;
    this.candidates = candidates;
    this.limits = limits;
    this.rollout = rollout;
    this.clock = clock;
  }

  /**
   * @throws TooManyEpisodes if as many are open as may be
   */
  public Episode open(Made made) {
    return open(newId(), made).orElseThrow();
  }

  /** What an episode will be known by whose task is not known yet. */
  public UUID newId() {
    return Ids.next();
  }

  /**
   * Empty if there is one of that id, or was.
   *
   * @throws TooManyEpisodes if as many are open as may be
   */
  public Optional<Episode> open(UUID id, Made made) {
    int opened =
        Sql.transaction(
            database,
            connection ->
                table.open(connection, id, made.offer().id(), limits.maxOpen(), clock.instant()));
    if (opened == 1) return Optional.of(new Episode(id, made, List.of(), false));
    if (isTaken(id)) return Optional.empty();
    throw new TooManyEpisodes(limits.maxOpen());
  }

  /** Whether there is an episode of that id, or was. */
  public boolean isTaken(UUID id) {
    return Sql.transaction(database, connection -> table.find(connection, id)).isPresent();
  }

  /**
   * Keeps an episode alive.
   *
   * @throws UnknownEpisode if there is none, or it is closed
   */
  public void keep(UUID id) {
    row(id);
  }

  /** A task that was handed out, to open an episode of; empty where there is none any more. */
  public Optional<Made> task(TaskHandle task) {
    return candidates.task(task);
  }

  /**
   * Reads an episode, which keeps it alive.
   *
   * @throws UnknownEpisode if there is none, or it is closed
   */
  public Episode known(UUID id) {
    return episode(row(id));
  }

  /**
   * Takes a message, and says what follows from it.
   *
   * @param key names the message: sent again, it says the same and changes nothing
   * @throws UnknownEpisode if there is none, or it is closed
   */
  public Said say(UUID id, String message, Optional<String> key) {
    // One beyond what is judged is kept no longer than to see that it is.
    int length = Math.min(message.length(), rollout.maxCompletion() + 1);
    String kept = message.substring(0, length);
    Row row = row(id);
    Episode episode = episode(row);
    int again = key.map(row.keys()::indexOf).orElse(-1);
    if (again >= 0) return said(episode, row.messages().subList(0, again + 1));
    if (row.over()) return ended(episode, row.messages()).tooLate();
    List<String> messages = new ArrayList<>(row.messages());
    messages.add(kept);
    boolean over = turn(episode.made(), messages).over();
    // Where another message of the same episode came first, this one is asked anew.
    if (!append(row, kept, key.orElse(""), over)) return say(id, message, key);
    return settled(row, episode, messages);
  }

  /** By its last message, or by its judgement. */
  private Said ended(Episode episode, List<String> messages) {
    Turn turn = messages.isEmpty() ? ENOUGH : turn(episode.made(), messages);
    return new Said(
        turn.over() ? turn : ENOUGH, Optional.of(judge(episode, messages)), messages.size(), false);
  }

  /** A message that could not be judged is taken back, and may be sent again. */
  private Said settled(Row row, Episode episode, List<String> messages) {
    boolean judged = false;
    try {
      Said said = said(episode, messages);
      judged = said.result().filter(Result.Unjudged.class::isInstance).isEmpty();
      return said;
    } finally {
      if (!judged) Sql.transaction(database, connection -> table.takeBack(connection, row));
    }
  }

  /** What the episode is worth as it stands, which ends it; saved once. */
  public Result judge(UUID id) {
    Episode episode = known(id);
    Result result = judge(episode, episode.messages());
    if (!(result instanceof Result.Unjudged))
      Sql.transaction(database, connection -> table.end(connection, id));
    return result;
  }

  /** Closing a closed one changes nothing. */
  public boolean close(UUID id) {
    return Sql.transaction(database, connection -> table.close(connection, id, clock.instant()))
        > 0;
  }

  private Row row(UUID id) {
    Optional<Row> found =
        Sql.transaction(
            database,
            connection -> {
              table.touch(connection, id, clock.instant());
              return table.find(connection, id);
            });
    Row row = found.orElseThrow(() -> new UnknownEpisode(id, false));
    if (row.closed()) throw new UnknownEpisode(id, true);
    return row;
  }

  private Episode episode(Row row) {
    Made made = candidates.task(row.offer()).orElseThrow(() -> new UnknownEpisode(row.id(), true));
    return new Episode(row.id(), made, row.messages(), row.over());
  }

  private boolean append(Row row, String message, String key, boolean over) {
    return Sql.transaction(
        database, connection -> table.append(connection, row, message, key, over, clock.instant()));
  }

  private Said said(Episode episode, List<String> messages) {
    Turn turn = turn(episode.made(), messages);
    Optional<Result> result =
        turn.over() ? Optional.of(judge(episode, messages)) : Optional.empty();
    return new Said(turn, result, messages.size(), false);
  }

  private Turn turn(Made made, List<String> messages) {
    Optional<Game> game = made.task().game();
    if (game.isEmpty()) return TAKEN;
    if (Thoughts.join(messages).length() > rollout.maxCompletion()) return ENOUGH;
    Turn turn = game.get().after(messages);
    boolean last = !turn.over() && messages.size() >= limits.maxMessages();
    return last ? new Turn(turn.said() + "\n" + ENOUGH.said(), true) : turn;
  }

  /** The episode is its candidate's key: it is saved once, however often it is judged. */
  private Result judge(Episode episode, List<String> messages) {
    Candidate candidate =
        new Candidate(
            episode.made().offer().handle(), Thoughts.join(messages), "episode " + episode.id());
    return candidates.judgeAnywhere(List.of(candidate)).getFirst();
  }
}
