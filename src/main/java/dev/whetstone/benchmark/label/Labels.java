package dev.whetstone.benchmark.label;

import dev.whetstone.benchmark.label.Labelled.Split;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/** The labelled solutions that are kept in the database. */
public final class Labels {
  private static final int FETCHED_AT_ONCE = 500;

  private static final String OF_A_SET =
      """
      SELECT * FROM labelled_solution
      WHERE set_name = ? AND (?::text IS NULL OR split = ?) AND serial <= ? ORDER BY id
      """;

  private static final String NEWEST = "SELECT coalesce(max(serial), 0) FROM labelled_solution";

  private final DataSource database;

  public Labels(DataSource database) {
    this.database = database;
  }

  /** In the order of their names. */
  public List<LabelSet> sets() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(LabelSet.QUERY);
        ResultSet rows = statement.executeQuery()) {
      List<LabelSet> sets = new ArrayList<>();
      while (rows.next()) sets.add(LabelSet.from(rows));
      return sets;
    }
  }

  /**
   * A whole set, or one split of it, in the order of the ids' bytes; empty where there is no such
   * set. Equal texts are one object: the prefixes that PRM800K repeats cost nothing.
   */
  public List<Labelled> list(String set, Optional<Split> split) throws SQLException {
    return list(set, split, Long.MAX_VALUE);
  }

  /**
   * The same of those that were there when {@link #newest} was asked for.
   *
   * @param until what it said
   */
  public List<Labelled> list(String set, Optional<Split> split, long until) throws SQLException {
    List<Labelled> all = new ArrayList<>();
    Map<String, String> texts = new HashMap<>();
    forEach(set, split, until, text -> texts.computeIfAbsent(text, same -> same), all::add);
    return all;
  }

  /** The serial number of the newest labelled solution; 0 where there is none. */
  public long newest() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(NEWEST);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  /** The same one by one, in bounded memory. */
  public void forEach(String set, Optional<Split> split, Consumer<Labelled> action)
      throws SQLException {
    forEach(set, split, Long.MAX_VALUE, UnaryOperator.identity(), action);
  }

  private void forEach(
      String set,
      Optional<Split> split,
      long until,
      UnaryOperator<String> shared,
      Consumer<Labelled> action)
      throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement statement = connection.prepareStatement(OF_A_SET)) {
        statement.setFetchSize(FETCHED_AT_ONCE);
        statement.setString(1, set);
        statement.setString(2, split.map(Split::name).orElse(null));
        statement.setString(3, split.map(Split::name).orElse(null));
        statement.setLong(4, until);
        ResultSet rows = statement.executeQuery();
        while (rows.next()) action.accept(LabelTable.read(rows, shared));
      }
      connection.rollback();
    }
  }

  /**
   * Imports a file, plain or gzipped, with one JSON object on each line: all lines that are not
   * refused, or nothing. A file without any is left out whole.
   *
   * @param watched sees the file's bytes go by
   * @param refused is told of every line that is not taken
   * @throws IOException if the file cannot be read to its end
   */
  public ImportReport importFile(
      Path file,
      Origin origin,
      LabelLimits limits,
      UnaryOperator<InputStream> watched,
      Consumer<Refusal> refused)
      throws IOException, SQLException {
    try (Connection connection = database.getConnection();
        InputStream in = watched.apply(Files.newInputStream(file));
        Lines lines = new Lines(in, limits)) {
      connection.setAutoCommit(false);
      LabelFile kept = new LabelFile(connection, origin.set(), file);
      ImportReport report =
          new FileImport(connection, origin, limits, refused)
              .read(lines)
              .report(origin.set(), kept.importedBefore());
      if (report.isEmpty()) {
        connection.rollback();
        return report;
      }
      kept.save(report);
      connection.commit();
      return report;
    }
  }

  /**
   * Adds one labelled solution in the caller's transaction, and its set where that is new.
   *
   * @return whether it was not there before
   * @throws IllegalStateException if its id is taken by another solution
   */
  public static boolean add(Connection connection, Labelled labelled) throws SQLException {
    LabelTable.update(connection, LabelFile.SET, labelled.set());
    LabelTable.Saved saved = LabelTable.save(connection, List.of(labelled)).getFirst();
    if (saved == LabelTable.Saved.ID_TAKEN)
      throw new IllegalStateException(
          labelled.set() + " holds another solution as " + labelled.id());
    return saved == LabelTable.Saved.ADDED;
  }

  /** The same, but what holds the id already stays as it is, whatever it says. */
  public static boolean addIfFree(Connection connection, Labelled labelled) throws SQLException {
    LabelTable.update(connection, LabelFile.SET, labelled.set());
    return LabelTable.save(connection, List.of(labelled)).getFirst() == LabelTable.Saved.ADDED;
  }

  /** Solutions that are kept, as a statement's rows: with every column of their table. */
  public static Labelled read(ResultSet row) throws SQLException {
    return LabelTable.read(row, UnaryOperator.identity());
  }

  /** Removes a set with all its rows, and says how many they were. */
  public long remove(String set) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      long rows =
          LabelTable.update(connection, "DELETE FROM labelled_solution WHERE set_name = ?", set);
      LabelTable.update(connection, "DELETE FROM label_set WHERE name = ?", set);
      connection.commit();
      return rows;
    }
  }
}
