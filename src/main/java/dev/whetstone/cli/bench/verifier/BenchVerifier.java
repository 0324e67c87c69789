package dev.whetstone.cli.bench.verifier;

import dev.whetstone.benchmark.Judge;
import dev.whetstone.benchmark.Judged;
import dev.whetstone.benchmark.Measurement;
import dev.whetstone.benchmark.ScorerJudge;
import dev.whetstone.benchmark.baseline.CommonPosition;
import dev.whetstone.benchmark.baseline.Ngrams;
import dev.whetstone.benchmark.baseline.RandomScores;
import dev.whetstone.benchmark.label.Labelled;
import dev.whetstone.benchmark.label.Labels;
import dev.whetstone.benchmark.metric.Bootstrap;
import dev.whetstone.benchmark.report.Report;
import dev.whetstone.benchmark.report.ReportJson;
import dev.whetstone.benchmark.report.Reports;
import dev.whetstone.benchmark.report.VerifierBenchmark;
import dev.whetstone.benchmark.report.page.Page;
import dev.whetstone.cli.Database;
import dev.whetstone.cli.DatabaseOptions;
import dev.whetstone.cli.DeviceOption;
import dev.whetstone.cli.ModelsFolder;
import dev.whetstone.cli.Progress;
import dev.whetstone.cli.Speech;
import dev.whetstone.model.ModelFault;
import dev.whetstone.model.Scorer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How good is a verifier against labels? */
@Command(
    name = "verifier",
    mixinStandardHelpOptions = true,
    description = {
      "Measures a verifier against human labels, or on generated solutions with exact ones, beside"
          + " baselines.",
      "It decides by its card: a solution is wrong if a step is below the step threshold (without"
          + " one: if the whole is below full), and its likeliest first error is named. Beside it:"
          + " random scores, the most common place of an error, and n-gram regression trained on"
          + " the sets that are for training."
    },
    footer = {
      "",
      "Example: ./whetstone bench verifier --set processbench/gsm8k --out report",
      "On unseen solutions of all task families: ./whetstone bench verifier --families",
      "Without a database: ./whetstone bench verifier --file gsm8k.jsonl --train steps.jsonl.gz"
    })
public final class BenchVerifier implements Callable<Integer> {
  @Mixin private Speech speech;
  @Mixin private DatabaseOptions database;
  @Mixin private ModelsFolder models;
  @Mixin private DeviceOption device;
  @Mixin private FamilyOptions families;

  @Option(
      names = "--model",
      paramLabel = "NAME[@VERSION]",
      description = "model to measure (default: the newest version of the only one)")
  private Optional<String> model;

  @Option(
      names = "--against",
      paramLabel = "NAME[@VERSION]",
      description = "another one, compared on the same items")
  private Optional<String> against;

  @Option(
      names = "--set",
      description = "set to measure on; again for more (default: all that are not for training)")
  private List<String> sets = List.of();

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "file of labels to measure on instead of the database; then nothing is kept")
  private List<Path> files = List.of();

  @Option(
      names = "--train",
      paramLabel = "FILE",
      description =
          "file of labels to train the n-gram baseline on (default: the database's sets for"
              + " training; with --file, none)")
  private List<Path> train = List.of();

  @Option(
      names = "--limit",
      defaultValue = "1000000",
      description = "items of each set, at most; whole problems first")
  private int limit;

  @Option(
      names = "--draws",
      defaultValue = "1000",
      description = "draws of the bootstrap (default: ${DEFAULT-VALUE})")
  private int draws;

  @Option(
      names = "--batch-tokens",
      defaultValue = "8192",
      description = "tokens of a batch, at most (default: ${DEFAULT-VALUE})")
  private int batchTokens;

  @Option(names = "--out", description = "folder to write report.json and report.html to")
  private Optional<Path> out;

  private static final long SEED = 1;

  @Override
  public Integer call() {
    requireSensible();
    try {
      if (files.isEmpty()) measureDatabase();
      else measureFiles();
      return 0;
    } catch (IOException | SQLException | ModelFault e) {
      return speech.failed(e);
    }
  }

  private void requireSensible() {
    speech.require(draws >= 10 && draws <= 100_000, "--draws lies between 10 and 100,000");
    speech.require(limit >= 1, "--limit is at least 1");
    speech.require(batchTokens >= 1, "--batch-tokens is at least 1");
    speech.require(families.fit(), "--examples lies between 2 and 100,000");
    speech.require(
        files.isEmpty() || sets.isEmpty(), "--set names sets of the database: not with --file");
  }

  private void measureFiles() throws IOException {
    Measured measured = new Measured(limit, System.err);
    List<Labelled> items = new ArrayList<>(measured.from(files));
    items.addAll(families.items());
    Ngrams.Training training = training(items);
    measured.train(train, training::add);
    tell(measure(items, training), List.of());
  }

  private void measureDatabase() throws IOException, SQLException {
    try (Database opened = Database.open(database)) {
      Labels labels = new Labels(opened.dataSource());
      Measured measured = new Measured(limit, System.err);
      List<Labelled> items = new ArrayList<>(families.items());
      if (!families.areWished() || !sets.isEmpty()) items.addAll(measured.from(labels, sets));
      Ngrams.Training training = training(items);
      if (train.isEmpty()) measured.train(labels, training::add);
      else measured.train(train, training::add);
      Report report = measure(items, training);
      Reports reports = new Reports(opened.dataSource());
      reports.save(report);
      tell(report, reports.ofSameModel(report));
      speech.out().println("Kept as report " + report.id());
    }
  }

  private static Ngrams.Training training(List<Labelled> items) {
    return new Ngrams.Training(items.stream().map(Judged::problem).collect(Collectors.toSet()));
  }

  private Report measure(List<Labelled> items, Ngrams.Training training) throws IOException {
    List<Judge> baselines = new ArrayList<>(List.of(new RandomScores(), new CommonPosition()));
    if (training.size() > 0) baselines.add(training.fit());
    else System.err.println("whetstone: no training data, so no n-gram baseline (--train FILE)");
    ModelChoice choice = new ModelChoice(models.path(), device.placement());
    try (Scorer scorer = choice.load(model);
        Scorer other = against.isEmpty() ? null : choice.load(against)) {
      Optional<Judge> beside = Optional.ofNullable(other).map(s -> new ScorerJudge(s, batchTokens));
      return run(new ScorerJudge(scorer, batchTokens), beside, baselines, items);
    }
  }

  private Report run(
      Judge verifier, Optional<Judge> beside, List<Judge> baselines, List<Labelled> items) {
    long judgements = (1L + beside.stream().count() + baselines.size()) * items.size();
    Progress progress = new Progress(System.err, judgements, "judgements");
    try {
      return new VerifierBenchmark(
              verifier, beside, baselines, new Measurement(new Bootstrap(draws, SEED)))
          .run(UUID.randomUUID(), Instant.now(), items, progress::more);
    } finally {
      progress.end();
    }
  }

  private void tell(Report report, List<Reports.Headline> kept) throws IOException {
    new VerifierTable(report).lines().forEach(speech.out()::println);
    if (out.isEmpty()) return;
    Files.createDirectories(out.get());
    Files.writeString(out.get().resolve("report.json"), ReportJson.write(report));
    Files.writeString(out.get().resolve("report.html"), Page.of(report, kept));
    speech.out().println("Written to " + out.get().resolve("report.html"));
  }
}
