package dev.whetstone.benchmark;

import dev.whetstone.rollout.KeyReused;
import dev.whetstone.rollout.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A table of requests, which come again with the same key, and are listed by age; with columns
 * {@code id}, {@code request_key}, {@code content_hash} and {@code created_at}.
 *
 * @param select what is listed of it, up to its condition
 * @param listedBy the column of which one value may be asked for
 */
public record RequestTable(String name, String select, String listedBy) {
  private static final String NEWEST_FIRST = " ORDER BY created_at DESC, id OFFSET ? LIMIT ?";

  /**
   * The request that came with that key.
   *
   * @throws KeyReused if it was for something else
   */
  public UUID earlier(Connection c, String key, byte[] contentHash) throws SQLException {
    return Sql.list(
            c,
            "SELECT id, content_hash FROM " + name + " WHERE request_key = ?",
            row ->
                Arrays.equals(row.getBytes(2), contentHash)
                    ? Optional.of(row.getObject(1, UUID.class))
                    : Optional.<UUID>empty(),
            key)
        .getFirst()
        .orElseThrow(() -> new KeyReused(key));
  }

  /** The newest first; of one value, or of all. */
  public <T> List<T> page(
      Connection c, Optional<String> of, int from, int size, Sql.Reader<T> reader)
      throws SQLException {
    return of.isPresent() // each its own statement, for each its own index
        ? Sql.list(
            c, select + " WHERE " + listedBy + " = ?" + NEWEST_FIRST, reader, of.get(), from, size)
        : Sql.list(c, select + NEWEST_FIRST, reader, from, size);
  }
}
