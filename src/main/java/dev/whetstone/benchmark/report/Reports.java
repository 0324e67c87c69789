package dev.whetstone.benchmark.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.whetstone.benchmark.metric.Estimate;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The reports that are kept in the database. */
public final class Reports {
  private static final String SAVE =
      """
      INSERT INTO verifier_report (id, model, created_at, sets, data_sha256, items, refused, mean_f1,
        step_auc, solution_accuracy, report)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
      """;

  private static final String LIST =
      """
      SELECT id, model, created_at, sets, data_sha256, items, refused, mean_f1, step_auc,
        solution_accuracy,
        (SELECT jsonb_agg(jsonb_build_object(
             'set', s -> 'name', 'sha256', s -> 'sha256', 'f1', m #> '{solutions,f1,value}',
             'first_error_accuracy', m #> '{solutions,first_error_accuracy,value}',
             'step_auc', m #> '{steps,auc,value}') ORDER BY place)
         FROM jsonb_array_elements(report -> 'sets') WITH ORDINALITY AS listed (s, place)
         CROSS JOIN LATERAL (
           SELECT report #> ARRAY['scorecards', '0', 'sets', s ->> 'name'] AS m) AS measured
        ) AS by_set
      FROM verifier_report WHERE ?::text IS NULL OR model = ? OR starts_with(model, ? || '@')
      ORDER BY created_at DESC, id LIMIT ?
      """;

  private static final int LATEST = 50;

  private final DataSource database;

  public Reports(DataSource database) {
    this.database = database;
  }

  /**
   * A report's headline.
   *
   * @param dataSha256 only reports with the same one are comparable
   * @param meanF1 the mean of the sets' F1
   * @param stepAuc the mean of the sets' step AUC
   * @param solutionAccuracy over all solutions, pooled
   * @param bySet the verifier's on each set
   */
  public record Headline(
      UUID id,
      String model,
      Instant createdAt,
      List<String> sets,
      String dataSha256,
      int items,
      int refused,
      Optional<Double> meanF1,
      Optional<Double> stepAuc,
      Optional<Double> solutionAccuracy,
      List<SetMeasures> bySet) {
    public Headline {
      sets = List.copyOf(sets);
      bySet = List.copyOf(bySet);
    }
  }

  public void save(Report report) throws SQLException {
    try (Connection connection = database.getConnection()) {
      save(connection, report);
    }
  }

  /** In the caller's transaction. */
  public static void save(Connection connection, Report report) throws SQLException {
    Scorecard card = report.verifier();
    try (PreparedStatement row = connection.prepareStatement(SAVE)) {
      row.setObject(1, report.id());
      row.setString(2, report.model());
      row.setTimestamp(3, Timestamp.from(report.createdAt()));
      Object[] sets = report.sets().stream().map(SetSummary::name).toArray();
      row.setArray(4, connection.createArrayOf("text", sets));
      row.setString(5, report.dataSha256());
      row.setInt(6, card.all().counts().items());
      row.setInt(7, card.all().counts().refused());
      row.setObject(8, card.meanF1().map(Estimate::value).orElse(null), Types.DOUBLE);
      row.setObject(9, card.meanStepAuc().map(Estimate::value).orElse(null), Types.DOUBLE);
      row.setObject(
          10, card.all().solutionAccuracy().map(Estimate::value).orElse(null), Types.DOUBLE);
      row.setString(11, ReportJson.write(report));
      row.executeUpdate();
    }
  }

  /**
   * Newest first.
   *
   * @param model a name for all its versions, or name@version; all models where empty
   */
  public List<Headline> list(Optional<String> model, int limit) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(LIST)) {
      for (int place = 1; place <= 3; place++) query.setString(place, model.orElse(null));
      query.setInt(4, limit);
      List<Headline> headlines = new ArrayList<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) headlines.add(headline(rows));
      }
      return headlines;
    }
  }

  /** The latest of the same model, whatever its version: newest first, itself among them. */
  public List<Headline> ofSameModel(Report report) throws SQLException {
    return list(Optional.of(report.model().split("@", 2)[0]), LATEST);
  }

  /** Empty where there is no such report. */
  public Optional<Report> find(UUID id) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement query =
            connection.prepareStatement("SELECT report FROM verifier_report WHERE id = ?")) {
      query.setObject(1, id);
      try (ResultSet rows = query.executeQuery()) {
        return rows.next() ? Optional.of(ReportJson.read(rows.getString(1))) : Optional.empty();
      }
    } catch (JsonProcessingException e) {
      throw new SQLException("report " + id + " cannot be read by this version", e);
    }
  }

  private static List<SetMeasures> bySet(String json) throws SQLException {
    try {
      return ReportJson.readMeasures(json);
    } catch (JsonProcessingException e) {
      throw new SQLException("a report's sets cannot be read by this version", e);
    }
  }

  private static Headline headline(ResultSet row) throws SQLException {
    return new Headline(
        row.getObject("id", UUID.class),
        row.getString("model"),
        row.getTimestamp("created_at").toInstant(),
        List.of((String[]) row.getArray("sets").getArray()),
        row.getString("data_sha256"),
        row.getInt("items"),
        row.getInt("refused"),
        Optional.ofNullable(row.getObject("mean_f1", Double.class)),
        Optional.ofNullable(row.getObject("step_auc", Double.class)),
        Optional.ofNullable(row.getObject("solution_accuracy", Double.class)),
        bySet(row.getString("by_set")));
  }
}
