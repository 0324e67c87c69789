package dev.whetstone.benchmark.label;

import dev.whetstone.benchmark.label.Labelled.Split;
import dev.whetstone.benchmark.label.Truth.Scope;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * What is kept of one set, one split and one scope.
 *
 * @param solutions how many
 * @param withError of them, those with a step that is labelled wrong
 */
public record LabelSet(
    String name,
    Split split,
    Scope scope,
    long solutions,
    long withError,
    List<String> labelSources,
    List<String> licences) {
  static final String QUERY =
      """
      SELECT set_name, split, scope, count(*) AS solutions,
             count(*) FILTER (WHERE position('-' IN labels) > 0) AS with_error,
             array_agg(DISTINCT label_source ORDER BY label_source) AS label_sources,
             array_agg(DISTINCT licence ORDER BY licence) AS licences
      FROM labelled_solution
      GROUP BY set_name, split, scope
      ORDER BY set_name, split, scope
      """;

  public LabelSet {
    labelSources = List.copyOf(labelSources);
    licences = List.copyOf(licences);
  }

  static LabelSet from(ResultSet row) throws SQLException {
    return new LabelSet(
        row.getString("set_name"),
        Split.valueOf(row.getString("split")),
        Scope.valueOf(row.getString("scope")),
        row.getLong("solutions"),
        row.getLong("with_error"),
        texts(row.getArray("label_sources")),
        texts(row.getArray("licences")));
  }

  static List<String> texts(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }
}
