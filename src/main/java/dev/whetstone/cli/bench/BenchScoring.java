package dev.whetstone.cli.bench;

import dev.whetstone.model.Card;
import dev.whetstone.model.Unscorable;
import dev.whetstone.model.host.Cards;
import dev.whetstone.model.host.Loader;
import dev.whetstone.model.host.MissingGpu;
import dev.whetstone.model.host.ModelFolder;
import dev.whetstone.model.host.ModelFolders;
import dev.whetstone.model.host.Placement;
import dev.whetstone.model.host.Refused;
import dev.whetstone.model.serve.Limits;
import dev.whetstone.model.serve.ModelSettings;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What serving costs a model: the queue and its batches beside the bare engine. */
@Command(
    name = "scoring",
    mixinStandardHelpOptions = true,
    description = {
      "Compares a served model with its bare engine, on the families' worked solutions.",
      "Same weights, threads and texts, measured in turns; then what one solution waits for on an"
          + " idle server. Settings of whetstone.model are those of the server. Exits 0 if the"
          + " marks at the foot are met. One to three minutes."
    },
    footer = {"", "Example: ./whetstone bench scoring --model models/step-verifier/5"})
final class BenchScoring implements Callable<Integer> {
  private static final int ALONE = 200;

  @Spec private CommandSpec spec;

  @Option(
      names = "--model",
      description = "folder of the version to measure (default: the one that the server serves)")
  private Path folder;

  @Option(
      names = "--rounds",
      defaultValue = "5",
      description = "rounds whose medians are printed (default: ${DEFAULT-VALUE})")
  private int rounds;

  @Option(
      names = "--solutions",
      defaultValue = "96",
      description = "solutions scored in each round (default: ${DEFAULT-VALUE})")
  private int solutions;

  @Option(
      names = "--waiting",
      defaultValue = "256",
      description = "solutions that wait at a time (default: ${DEFAULT-VALUE})")
  private int waiting;

  @Override
  public Integer call() throws InterruptedException {
    require(rounds >= 1 && rounds <= 100, "--rounds lies between 1 and 100");
    require(solutions >= 32 && solutions <= 100_000, "--solutions lies between 32 and 100000");
    require(waiting >= 1 && waiting <= 4_096, "--waiting lies between 1 and 4096");
    try {
      return measure(settings());
    } catch (Refused | Unscorable | MissingGpu | ExecutionException | IOException e) {
      System.err.println("whetstone: " + e.getMessage());
      return 1;
    }
  }

  private void require(boolean fits, String what) {
    if (!fits) throw new ParameterException(spec.commandLine(), what);
  }

  /** What the server would read, with the same defaults. */
  static ModelSettings settings() {
    return new SmallRyeConfigBuilder()
        .addDefaultInterceptors()
        .addDiscoveredConverters()
        .addDefaultSources()
        .addDiscoveredConverters()
        .withMapping(ModelSettings.class)
        .build()
        .getConfigMapping(ModelSettings.class);
  }

  private int measure(ModelSettings settings)
      throws Refused, Unscorable, ExecutionException, IOException, InterruptedException {
    Path model = folder == null ? served(settings) : folder;
    Card card = Cards.read(model);
    Placement placement = Placement.parse(settings.placement());
    Scoring.Outcome outcome =
        new Scoring(Limits.from(settings), waiting, rounds, ALONE)
            .measure(
                Loader.load(model, card, placement),
                Loader.load(model, card, placement),
                WorkedSolutions.of(solutions, new SplittableRandom(1)),
                doing -> System.err.println("  " + doing + " ..."));
    return report(card, outcome);
  }

  private static Path served(ModelSettings settings) throws IOException {
    return ModelFolders.list(settings.folder()).reversed().stream()
        .filter(ModelFolder.Whole.class::isInstance)
        .map(ModelFolder.Whole.class::cast)
        .filter(whole -> isServed(whole.card(), settings))
        .map(ModelFolder.Whole::path)
        .findFirst()
        .orElseThrow(
            () ->
                new IOException(
                    "no "
                        + settings.stepVerifier()
                        + " in "
                        + settings.folder()
                        + "; name one: --model"));
  }

  private static boolean isServed(Card card, ModelSettings settings) {
    return card.name().equals(settings.stepVerifier())
        && settings.stepVerifierVersion().map(card.version()::equals).orElse(true);
  }

  private int report(Card card, Scoring.Outcome outcome) {
    PrintStream out = System.out;
    List<Scoring.Round> measured = outcome.rounds();
    double ratio = Figures.median(measured, Scoring.Round::ratio);
    out.printf(
        Locale.ROOT,
        "%nScoring with %s on %d cores: %d worked solutions, %d too long; medians of %d rounds%n%n",
        card.id(),
        Runtime.getRuntime().availableProcessors(),
        outcome.texts(),
        solutions - outcome.texts(),
        rounds);
    out.printf(
        Locale.ROOT,
        "%10.1f solutions a second, bare engine%n",
        Figures.median(measured, Scoring.Round::bare));
    out.printf(
        Locale.ROOT,
        "%10.1f solutions a second, served, %d waiting%n",
        Figures.median(measured, Scoring.Round::served),
        waiting);
    out.printf(
        Locale.ROOT,
        "%10.3f served / bare, %.3f to %.3f%n",
        ratio,
        measured.stream().mapToDouble(Scoring.Round::ratio).min().orElseThrow(),
        measured.stream().mapToDouble(Scoring.Round::ratio).max().orElseThrow());
    out.printf(
        Locale.ROOT,
        "%10.1f ms for one solution of %.0f tokens on an idle server, p95 %.1f ms%n%n",
        outcome.alone().millis(0.5),
        outcome.tokensAlone(),
        outcome.alone().millis(0.95));
    List<Mark> marks =
        List.of(
            new Mark("served throughput, % of the bare engine's", 100 * ratio, 90, true),
            new Mark("one solution on an idle server, ms", outcome.alone().millis(0.5), 40, false));
    for (Mark mark : marks) out.printf(Locale.ROOT, "%s%n", mark);
    return marks.stream().allMatch(Mark::isMet) ? 0 : 1;
  }
}
