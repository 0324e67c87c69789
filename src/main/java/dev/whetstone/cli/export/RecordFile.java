package dev.whetstone.cli.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.cli.Database;
import dev.whetstone.cli.DatabaseOptions;
import dev.whetstone.cli.Progress;
import dev.whetstone.cli.Speech;
import dev.whetstone.rollout.DatabaseFault;
import dev.whetstone.rollout.RecordedGroups;
import dev.whetstone.rollout.RecordedGroups.Group;
import dev.whetstone.rollout.Run;
import dev.whetstone.rollout.Runs;
import dev.whetstone.rollout.UnknownRun;
import dev.whetstone.rollout.export.RecordFormat;
import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the exports of a run's record have in common: options, and how the file comes about. */
@Command
final class RecordFile {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Mixin private Speech speech;
  @Mixin private OutOptions out;
  @Mixin private DatabaseOptions database;

  @Option(names = "--run", required = true, paramLabel = "ID", description = "whose outcomes")
  private UUID run;

  private long silent;

  /**
   * Writes it, and says what became of it.
   *
   * @param what one sentence for the card
   * @return the exit code
   */
  int write(RecordFormat format, String what) {
    try {
      out.requireFree();
      try (Database db = Database.open(database)) {
        Run of = Runs.known(db.dataSource(), run);
        Card card = card(format, what, rows(db, format), of);
        card.save(out.path());
        speech.out().println(card.line());
        return 0;
      }
    } catch (SQLException | DatabaseFault e) {
      return speech.failed(new IOException("the database: " + e.getMessage(), e));
    } catch (IOException | UnknownRun e) {
      return speech.failed(e);
    }
  }

  private Export.Written rows(Database db, RecordFormat format) throws IOException, SQLException {
    Progress progress =
        new Progress(System.err, RecordedGroups.count(db.dataSource(), run), "outcomes");
    try (Export export = new Export(out, format.example())) {
      RecordedGroups.forEach(db.dataSource(), run, group -> write(export, format, group, progress));
      if (export.rows() == 0)
        throw new IOException("run " + run + " gives no row: no outcome of it is of this kind");
      return export.finish();
    } finally {
      progress.end();
    }
  }

  private void write(Export export, RecordFormat format, Group group, Progress progress)
      throws IOException {
    List<ObjectNode> rows = format.rows(group);
    if (rows.isEmpty()) silent++;
    for (ObjectNode row : rows) export.write(row, group.family(), group.version(), group.levels());
    progress.more(group.answers().size());
  }

  private Card card(RecordFormat format, String what, Export.Written written, Run of) {
    Map<String, Long> left = new LinkedHashMap<>();
    if (silent > 0) left.put("tasks that gave no row", silent);
    return new Card(
        what,
        format.name().toLowerCase(Locale.ROOT),
        written,
        true,
        Optional.of(of.split().name().toLowerCase(Locale.ROOT)),
        Optional.of(new Card.Curriculum(of.curriculum(), of.curriculumHash())),
        Optional.empty(),
        Optional.of(of.id().toString()),
        left,
        "Apache-2.0 for the tasks; the candidates are the model's that wrote them",
        "whetstone " + Card.VERSION,
        CommandText.of(command, Set.of("--jdbc-url")));
  }
}
