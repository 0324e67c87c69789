package dev.whetstone.benchmark.label;

import dev.whetstone.benchmark.label.ImportReport.Tally;
import dev.whetstone.benchmark.label.LabelTable.Saved;
import dev.whetstone.benchmark.label.Refusal.Reason;
import dev.whetstone.benchmark.label.Refusal.Refused;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One file on its way into the database: batch by batch, in the caller's transaction. */
final class FileImport {
  private final Connection connection;
  private final RowParser parser;
  private final LabelLimits limits;
  private final Consumer<Refusal> refused;
  private final Tally tally = new Tally();
  private final List<Labelled> batch = new ArrayList<>();
  private final List<Long> batchLines = new ArrayList<>();

  FileImport(Connection connection, Origin origin, LabelLimits limits, Consumer<Refusal> refused) {
    this.connection = connection;
    this.parser = new RowParser(origin, limits);
    this.limits = limits;
    this.refused = refused;
  }

  Tally read(Lines lines) throws IOException, SQLException {
    for (Optional<Lines.Line> line = lines.next(); line.isPresent(); line = lines.next())
      read(line.get());
    save();
    return tally;
  }

  private void read(Lines.Line line) throws SQLException {
    tally.lines++;
    try {
      for (Labelled labelled : parser.parse(line.bytes())) {
        batch.add(labelled);
        batchLines.add(line.number());
      }
    } catch (Refused e) {
      refuse(e.at(line.number()));
    }
    if (batch.size() >= limits.batch()) save();
  }

  private void save() throws SQLException {
    List<Saved> saved = LabelTable.save(connection, batch);
    for (int i = 0; i < saved.size(); i++) {
      tally.add(saved.get(i));
      if (saved.get(i) == Saved.ID_TAKEN) refuse(taken(batch.get(i), batchLines.get(i)));
    }
    batch.clear();
    batchLines.clear();
  }

  private static Refusal taken(Labelled labelled, long line) {
    return new Refusal(
        line,
        Reason.ID_TAKEN,
        "%s is there already with another text, label, split or licence".formatted(labelled.id()));
  }

  private void refuse(Refusal refusal) {
    tally.refuse(refusal);
    refused.accept(refusal);
  }
}
