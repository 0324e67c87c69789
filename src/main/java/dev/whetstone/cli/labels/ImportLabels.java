package dev.whetstone.cli.labels;

import dev.whetstone.benchmark.label.Format;
import dev.whetstone.benchmark.label.ImportReport;
import dev.whetstone.benchmark.label.LabelLimits;
import dev.whetstone.benchmark.label.Labelled;
import dev.whetstone.benchmark.label.Labelled.Split;
import dev.whetstone.benchmark.label.Labels;
import dev.whetstone.benchmark.label.Origin;
import dev.whetstone.cli.Database;
import dev.whetstone.cli.DatabaseOptions;
import dev.whetstone.cli.Speech;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code labels import}: reads files of labelled solutions into the database. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Imports labelled solutions: JSON Lines, plain or gzipped, each row in one of the published"
          + " forms or in ours. What is there already is left as it is; a row that cannot be read"
          + " is refused and reported, and no other is lost for it.",
      "A server may run on the same data folder or not."
    },
    footer = {
      "",
      "Example: ./whetstone labels import gsm8k.jsonl --set processbench/gsm8k --licence Apache-2.0"
    })
final class ImportLabels implements Callable<Integer> {
  @Mixin private Speech speech;
  @Mixin private DatabaseOptions options;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "a file, or a folder: then each *.jsonl and *.jsonl.gz within")
  private List<Path> paths;

  @Option(names = "--set", description = "name of the set (default: the file's name)")
  private Optional<String> set;

  @Option(
      names = "--licence",
      paramLabel = "SPDX",
      description = "licence of the rows, such as MIT (default: what each row says)")
  private Optional<String> licence;

  @Option(
      names = "--split",
      description =
          "train, validation or test (default: what each row says, else train or validation where"
              + " the set's name has it, else test)")
  private Optional<Split> split;

  @Option(
      names = "--format",
      description =
          "the form of the rows: ${COMPLETION-CANDIDATES} (default: told by each row's fields)")
  private Optional<Format> format;

  @Option(names = "--refused", paramLabel = "FILE", description = "writes all refused lines there")
  private Optional<Path> refused;

  @Override
  public Integer call() {
    requireSensible();
    long start = System.nanoTime();
    try (RefusalFile all = new RefusalFile(refused)) {
      List<LabelSource> sources = LabelSource.of(paths, set);
      try (Database database = Database.open(options)) {
        List<ImportReport> reports = importAll(new Labels(database.dataSource()), sources, all);
        speech.out().println(ImportWords.sum(reports, (System.nanoTime() - start) / 1e9));
        return reports.stream().allMatch(ImportReport::isEmpty) ? 1 : 0;
      }
    } catch (IOException | SQLException e) {
      return speech.failed(e);
    }
  }

  private void requireSensible() {
    try {
      set.ifPresent(Labelled::requireSetName);
    } catch (IllegalArgumentException e) {
      speech.require(false, "--set: " + e.getMessage());
    }
  }

  /** A file that is broken is told, and loses no other. */
  private List<ImportReport> importAll(Labels labels, List<LabelSource> sources, RefusalFile all)
      throws SQLException {
    LabelLimits limits = LabelLimits.configured();
    List<ImportReport> reports = new ArrayList<>();
    for (LabelSource source : sources) {
      try {
        reports.add(importOne(labels, source, limits, all));
        ImportWords.of(reports.getLast()).forEach(speech.out()::println);
      } catch (IOException e) {
        System.err.println("whetstone: cannot read " + source.file() + ": " + e.getMessage());
      }
    }
    return reports;
  }

  private ImportReport importOne(
      Labels labels, LabelSource source, LabelLimits limits, RefusalFile all)
      throws IOException, SQLException {
    Origin origin = new Origin(source.set(), split, licence, format);
    long size = Files.size(source.file());
    try (ImportProgress progress = new ImportProgress(speech.out(), source.set(), size)) {
      return labels.importFile(
          source.file(),
          origin,
          limits,
          progress::watch,
          refusal -> all.write(source.file(), refusal));
    }
  }
}
