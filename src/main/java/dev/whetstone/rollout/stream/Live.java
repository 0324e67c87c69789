package dev.whetstone.rollout.stream;

import dev.whetstone.rollout.Overloaded;
import dev.whetstone.rollout.Sql;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Runs as they go on, for those who listen. One thread looks at all listened runs at once, and at
 * the database alone, so that it does not matter which process wrote.
 */
@ApplicationScoped
public class Live {
  private static final Logger LOG = Logger.getLogger(Live.class);

  /** Whether there is news, without reading it. */
  private static final String STANDS =
      """
      SELECT r.id, r.lessons, r.finished_at IS NOT NULL AND NOT EXISTS
          (SELECT 1 FROM outcome o WHERE o.run_id = r.id AND o.id > ?) AS finished,
        (SELECT coalesce(max(o.id), 0) FROM outcome o WHERE o.run_id = r.id AND o.id <= ?) AS outcomes
      FROM run r WHERE r.id = ANY (?)
      """;

  private final AgroalDataSource database;
  private final StreamSettings settings;
  private final Map<UUID, Integer> listeners = new HashMap<>();
  private final Map<UUID, Standing> standings = new HashMap<>();
  private final Horizon horizon = new Horizon("outcome", "id");

  /** Finished runs, with those who might still save a candidate of theirs. */
  private final Map<UUID, Set<String>> finishing = new HashMap<>();

  private boolean looking;
  private boolean ended;

  /**
   * How far a run has come.
   *
   * @param outcomes number of its latest outcome before which none is missing
   * @param lessons number of its latest lesson
   */
  public record Standing(long outcomes, long lessons, boolean finished) {
    public static final Standing UNKNOWN = new Standing(0, 0, false);
  }

  Live(AgroalDataSource database, StreamSettings settings) {
    this.database = database;
    this.settings = settings;
    Runtime.getRuntime().addShutdownHook(new Thread(this::end, "end-live-streams"));
  }

  /**
   * @throws Overloaded if too many listen
   */
  public synchronized void requireRoom() {
    int all = listeners.values().stream().mapToInt(Integer::intValue).sum();
    if (all >= settings.maxListeners()) throw new Overloaded("too many listen to live streams");
  }

  /** To be left again. */
  public synchronized void join(UUID run) {
    listeners.merge(run, 1, Integer::sum);
    if (looking) return;
    looking = true;
    Thread.ofVirtual().name("live-runs").start(this::look);
  }

  public synchronized void leave(UUID run) {
    if (listeners.merge(run, -1, Integer::sum) > 0) return;
    listeners.remove(run);
    standings.remove(run);
  }

  /** Whether the server is about to stop. */
  public synchronized boolean hasEnded() {
    return ended;
  }

  /** As soon as it is another than the one seen; the same after a while. */
  public synchronized Standing next(UUID run, Standing seen) throws InterruptedException {
    long deadline = System.nanoTime() + settings.ping().toNanos();
    long left = settings.ping().toMillis();
    while (!ended && left > 0 && standings.getOrDefault(run, seen).equals(seen)) {
      wait(left);
      left = (deadline - System.nanoTime()) / 1_000_000;
    }
    return standings.getOrDefault(run, seen);
  }

  private synchronized void end() {
    ended = true;
    notifyAll();
  }

  private synchronized Set<UUID> listened() {
    looking = !listeners.isEmpty();
    return Set.copyOf(listeners.keySet());
  }

  private void look() {
    Set<UUID> runs = listened();
    while (!runs.isEmpty()) {
      lookAt(runs);
      pause(settings.listenEvery());
      runs = listened();
    }
  }

  private void lookAt(Set<UUID> runs) {
    try (Connection connection = database.getConnection()) {
      tell(standings(connection, runs));
    } catch (SQLException | RuntimeException e) { // whatever it is, all who listen need this thread
      LOG.warnf("live streams wait: %s", e);
      pause(settings.retry());
    }
  }

  /**
   * A run is told to be finished once those are gone who wrote when it was first found so: a
   * candidate that was being saved meanwhile is seen by then.
   */
  private Map<UUID, Standing> standings(Connection connection, Set<UUID> runs) throws SQLException {
    finishing.keySet().retainAll(runs);
    for (Set<String> left : finishing.values()) left.retainAll(horizon.writers(connection));
    Map<UUID, Standing> standings = new HashMap<>();
    List<UUID> finished = new ArrayList<>();
    long settled = horizon.look(connection);
    Sql.list(
        connection,
        STANDS,
        row -> {
          UUID run = row.getObject("id", UUID.class);
          if (row.getBoolean("finished")) finished.add(run);
          return standings.put(run, standing(run, row));
        },
        settled,
        settled,
        runs.toArray(UUID[]::new));
    finished.removeAll(finishing.keySet());
    for (UUID run : finished) finishing.put(run, new HashSet<>(horizon.writers(connection)));
    return standings;
  }

  private Standing standing(UUID run, ResultSet row) throws SQLException {
    boolean gone = finishing.containsKey(run) && finishing.get(run).isEmpty();
    return new Standing(
        row.getLong("outcomes"), row.getLong("lessons"), row.getBoolean("finished") && gone);
  }

  private synchronized void tell(Map<UUID, Standing> news) {
    news.keySet().retainAll(listeners.keySet());
    standings.putAll(news);
    notifyAll();
  }

  private static void pause(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
