package dev.whetstone.benchmark.label;

import static dev.whetstone.benchmark.label.LabelTable.update;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/** A row of {@code label_file}: which file was imported into which set, and when first. */
final class LabelFile {
  /** Makes sure of a set. */
  static final String SET = "INSERT INTO label_set VALUES (?, now()) ON CONFLICT DO NOTHING";

  private static final String SAVE =
      """
      INSERT INTO label_file (set_name, sha256, file_name, lines, refused, imported_at)
      VALUES (?, ?, ?, ?, ?, now()) ON CONFLICT DO NOTHING
      """;

  private final Connection connection;
  private final String set;
  private final Path file;
  private final String sha256;

  /** Its set is there from here on, unless the transaction is taken back. */
  LabelFile(Connection connection, String set, Path file) throws IOException, SQLException {
    this.connection = connection;
    this.set = set;
    this.file = file;
    this.sha256 = sha256(file);
    update(connection, SET, set);
  }

  Optional<Instant> importedBefore() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT imported_at FROM label_file WHERE set_name = ? AND sha256 = ?")) {
      statement.setString(1, set);
      statement.setString(2, sha256);
      ResultSet row = statement.executeQuery();
      return row.next()
          ? Optional.of(row.getTimestamp(1)).map(Timestamp::toInstant)
          : Optional.empty();
    }
  }

  void save(ImportReport report) throws SQLException {
    update(connection, SAVE, set, sha256, name(), report.lines(), report.refused());
  }

  private String name() {
    return file.getFileName().toString();
  }

  private static String sha256(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
