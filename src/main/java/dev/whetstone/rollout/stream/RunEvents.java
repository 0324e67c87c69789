package dev.whetstone.rollout.stream;

import dev.whetstone.rollout.Sql;
import dev.whetstone.rollout.stream.EventSource.Part;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The events of one run, page by page. */
@ApplicationScoped
public class RunEvents {
  private static final int PAGE = 200;

  private final AgroalDataSource database;

  RunEvents(AgroalDataSource database) {
    this.database = database;
  }

  /**
   * How much of a run was read.
   *
   * @param outcome number of the last outcome
   * @param lesson number of the last lesson
   */
  public record Cursor(long outcome, long lesson) {
    public static final Cursor START = new Cursor(0, 0);
    private static final Pattern FORM = Pattern.compile("(\\d{1,18})-(\\d{1,18})");

    /**
     * @throws IllegalArgumentException if the text is none
     */
    public static Cursor parse(String text) {
      Matcher form = FORM.matcher(text.length() > 40 ? "" : text.strip());
      if (!form.matches()) throw new IllegalArgumentException("no id of an event");
      return new Cursor(Long.parseLong(form.group(1)), Long.parseLong(form.group(2)));
    }

    @Override
    public String toString() {
      return outcome + "-" + lesson;
    }
  }

  /** An event, and where to go on after it. */
  public record Told(Cursor cursor, Event event) {}

  /** The next ones; empty where all are read. */
  public List<Told> after(UUID run, Cursor cursor, Live.Standing upTo) {
    return Sql.transaction(database, connection -> after(connection, run, cursor, upTo));
  }

  private static List<Told> after(
      Connection connection, UUID run, Cursor cursor, Live.Standing upTo) throws SQLException {
    List<Told> page = new ArrayList<>();
    Cursor at = cursor;
    for (Entry entry :
        OutcomeEvents.SOURCE.ofRun(
            connection, run, new Part("id", cursor.outcome(), upTo.outcomes(), PAGE))) {
      at = new Cursor(entry.position(), at.lesson());
      page.add(new Told(at, entry.event()));
    }
    for (Entry entry :
        MoveEvents.SOURCE.ofRun(
            connection, run, new Part("lesson", cursor.lesson(), upTo.lessons(), PAGE))) {
      at = new Cursor(at.outcome(), ((MoveEvent) entry.event().data()).lesson());
      page.add(new Told(at, entry.event()));
    }
    return page;
  }
}
