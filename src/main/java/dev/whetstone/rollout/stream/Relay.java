package dev.whetstone.rollout.stream;

import dev.whetstone.rollout.DatabaseFault;
import dev.whetstone.rollout.Leader;
import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Publishes what was committed, source by source in the order of its numbers, and notes how far it
 * came once the broker has it. One process does, and what it left undone the next one sends again;
 * nobody who waits for a reward waits for it.
 */
@ApplicationScoped
class Relay {
  private static final Logger LOG = Logger.getLogger(Relay.class);
  private static final String WORK = "publishing events";
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final AgroalDataSource database;
  private final Publisher publisher;
  private final List<EventSource> sources;
  private final StreamSettings settings;
  private volatile Thread thread;

  Relay(
      AgroalDataSource database,
      Publisher publisher,
      @All List<EventSource> sources,
      StreamSettings settings) {
    this.database = database;
    this.publisher = publisher;
    this.sources = sources;
    this.settings = settings;
  }

  void start(@Observes StartupEvent event) {
    if (settings.broker().isPresent())
      thread = Thread.ofPlatform().daemon().name("event-relay").start(this::work);
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    if (thread == null) return;
    thread.interrupt();
    thread.join(PATIENCE);
  }

  private void work() {
    while (!Thread.currentThread().isInterrupted()) {
      try (Leader leader = Leader.of(database, WORK).orElse(null)) {
        if (leader != null) publish(leader.connection());
      } catch (InterruptedException e) {
        return;
      } catch (SQLException | DatabaseFault | ExecutionException e) {
        LOG.warnf("events wait: %s", e.getCause() == null ? e : e.getCause());
      } catch (RuntimeException e) {
        LOG.error("events wait", e);
      }
      if (!paused(settings.retry())) return;
    }
  }

  private void publish(Connection connection)
      throws SQLException, ExecutionException, InterruptedException {
    List<Line> lines = lines(connection);
    while (true) {
      boolean sent = false;
      for (Line line : lines) sent |= line.publish(connection);
      if (!sent) Thread.sleep(settings.every());
    }
  }

  private List<Line> lines(Connection connection) throws SQLException {
    List<Line> lines = new ArrayList<>();
    for (EventSource source : sources) lines.add(line(connection, source));
    return lines;
  }

  private Line line(Connection connection, EventSource source) throws SQLException {
    Horizon horizon = Horizon.of(source);
    Optional<Long> position = Positions.read(connection, source.name());
    if (position.isPresent()) return new Line(source, horizon, position.get());
    long first = settings.from() == StreamSettings.From.NOW ? horizon.newest(connection) : 0;
    Positions.save(connection, source.name(), first);
    return new Line(source, horizon, first);
  }

  /** One source on its way out. */
  private final class Line {
    private final EventSource source;
    private final Horizon horizon;
    private long position;

    Line(EventSource source, Horizon horizon, long position) {
      this.source = source;
      this.horizon = horizon;
      this.position = position;
    }

    /** Whether there was anything. */
    boolean publish(Connection connection)
        throws SQLException, ExecutionException, InterruptedException {
      long upTo = horizon.look(connection);
      if (upTo <= position) return false;
      List<Entry> entries = source.read(connection, position, upTo, settings.batch());
      await(publisher.publish(source.name(), entries), connection);
      boolean all = entries.size() < settings.batch();
      position = all ? upTo : entries.getLast().position();
      Positions.save(connection, source.name(), position);
      return true;
    }

    /** For as long as it takes; whoever has lost the database leads no more. */
    private void await(CompletableFuture<Void> sent, Connection connection)
        throws SQLException, ExecutionException, InterruptedException {
      boolean told = false;
      while (true) {
        try {
          sent.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
          if (told) LOG.info("the broker takes events again");
          return;
        } catch (TimeoutException e) {
          if (!told) LOG.warnf("the broker takes no events; they wait on record");
          told = true;
          if (!connection.isValid((int) PATIENCE.toSeconds()))
            throw new SQLException("the connection is lost", e);
        }
      }
    }
  }

  private static boolean paused(Duration duration) {
    try {
      Thread.sleep(duration);
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }
}
