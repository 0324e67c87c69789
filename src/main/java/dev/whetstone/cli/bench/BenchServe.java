package dev.whetstone.cli.bench;

import dev.whetstone.cli.bench.Corners.Corner;
import dev.whetstone.cli.bench.Results.FamilyRow;
import dev.whetstone.task.Levels;
import dev.whetstone.task.TaskFamily;
import dev.whetstone.task.family.Families;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the packaged server does in a second, and the families without it. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = {
      "Measures the packaged server over HTTP, and the families without it.",
      "Starts it with throw-away data, drives it, and prints tasks and answers per second,"
          + " latencies, CPU and memory; then the families alone, beside the reasoning-gym library"
          + " where WHETSTONE_PYTHON (else python3) has it. Two to three minutes."
    },
    footer = {"", "Example: ./whetstone bench serve --json figures.json"})
final class BenchServe implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--seconds",
      defaultValue = "4.5",
      description = "seconds of each kind of request, over all rounds (default: ${DEFAULT-VALUE})")
  private double seconds;

  @Option(
      names = "--rounds",
      defaultValue = "3",
      description = "rounds whose medians are printed (default: ${DEFAULT-VALUE})")
  private int rounds;

  @Option(
      names = "--clients",
      defaultValue = "16",
      description = "clients at a time, 1 to 64 (default: ${DEFAULT-VALUE})")
  private int clients;

  @Option(
      names = "--library-seconds",
      defaultValue = "0.3",
      description = "CPU-seconds of each family's figures (default: ${DEFAULT-VALUE})")
  private double librarySeconds;

  @Option(
      names = "--url",
      description = "a running server to drive instead; its CPU and memory are then not seen")
  private URI url;

  @Option(
      names = "--curriculum",
      defaultValue = "default",
      description = "curriculum of its runs, with --url (default: ${DEFAULT-VALUE})")
  private String curriculum;

  @Option(names = "--json", description = "file to write all figures to")
  private Path json;

  private volatile Target target;
  private final Report report = new Report(System.out, System.err);

  @Override
  public Integer call() throws IOException {
    requireSensible();
    Path folder = Files.createTempDirectory("whetstone-bench");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> cleanUp(folder), "clean-up"));
    try {
      Results results = measure(folder);
      report.marks(results);
      if (json != null) results.writeTo(json);
      return 0;
    } catch (IOException e) {
      System.err.println("whetstone: " + e.getMessage());
      return 1;
    } finally {
      cleanUp(folder);
    }
  }

  private void requireSensible() {
    require(seconds > 0 && seconds <= 600, "--seconds lies between 0 and 600");
    require(librarySeconds > 0 && librarySeconds <= 60, "--library-seconds lies between 0 and 60");
    require(rounds >= 1 && rounds <= 100, "--rounds lies between 1 and 100");
    require(clients >= 1 && clients <= 64, "--clients lies between 1 and 64");
  }

  private void require(boolean fits, String what) {
    if (!fits) throw new ParameterException(spec.commandLine(), what);
  }

  private Results measure(Path folder) throws IOException {
    List<Corner> corners = corners();
    target = target(folder, corners);
    List<Results.Row> serving = serving(target);
    Results.Neighbour neighbour = url == null ? neighbour(target, corners) : null;
    double peak = target.peakMegabytes();
    report.peak(peak);
    target.close();
    Peer peer = peer(folder);
    List<FamilyRow> families = families(corners, peer.families());
    report.families(families, peer.says());
    return new Results(
        LocalDate.now(ZoneId.systemDefault()).toString(),
        Runtime.getRuntime().availableProcessors(),
        Runtime.version().toString(),
        clients,
        rounds,
        serving,
        neighbour,
        Double.isNaN(peak) ? null : peak,
        families,
        peer.says());
  }

  private List<Corner> corners() {
    List<Corner> corners = new ArrayList<>();
    for (TaskFamily family : Families.answered()) {
      report.progress("looking for the slowest levels of " + family.name());
      corners.add(Corners.slowest(family));
    }
    return corners;
  }

  private Target target(Path folder, List<Corner> corners) throws IOException {
    if (url != null) return Target.existing(url);
    report.progress("starting the packaged server");
    Path curricula = folder.resolve("curricula");
    BenchCurricula.write(curricula, Families.answered(), cheapest(corners), slowest(corners));
    return PackagedServer.start(folder, curricula);
  }

  private static Corner slowest(List<Corner> corners) {
    return corners.stream().max(Comparator.comparingDouble(Corner::millis)).orElseThrow();
  }

  private static TaskFamily cheapest(List<Corner> corners) {
    return corners.stream()
        .min(Comparator.comparingDouble(Corner::millis))
        .map(Corner::family)
        .orElseThrow();
  }

  private List<Results.Row> serving(Target target) throws IOException {
    String with = url == null ? BenchCurricula.MIXED : curriculum;
    List<Results.Row> rows =
        new Serving(target, clients, report::progress).measure(with, rounds, time(seconds));
    report.serving(rows, clients, rounds);
    return rows;
  }

  private Results.Neighbour neighbour(Target target, List<Corner> corners) throws IOException {
    report.progress("measuring a cheap run alone and beside a slow one");
    TaskFamily cheap = cheapest(corners);
    Corner slow = slowest(corners);
    Results.Neighbour neighbour =
        Beside.measure(
            target,
            cheap.name() + " " + Levels.lowest(cheap.controls()).values(),
            slow.family().name() + " " + slow.levels().values(),
            rounds,
            time(Math.max(seconds / rounds, 2)));
    report.neighbour(neighbour);
    return neighbour;
  }

  private record Peer(Map<String, Library.Speed> families, String says) {}

  private Peer peer(Path folder) throws IOException {
    report.progress(
        "measuring the reasoning-gym library, if " + ReasoningGym.interpreter() + " has it");
    try {
      List<String> shared =
          Families.answered().stream()
              .map(TaskFamily::name)
              .filter(PeerSettings.TABLE::containsKey)
              .toList();
      ReasoningGym measured = ReasoningGym.measure(folder, shared, librarySeconds);
      String says = "reasoning-gym " + measured.version() + " on Python " + measured.python();
      return new Peer(measured.families(), says);
    } catch (ReasoningGym.Absent e) {
      return new Peer(Map.of(), "not compared: " + e.getMessage());
    }
  }

  private List<FamilyRow> families(List<Corner> corners, Map<String, Library.Speed> peers) {
    Library library = new Library(librarySeconds);
    List<FamilyRow> rows = new ArrayList<>();
    for (Corner corner : corners) {
      String name = corner.family().name();
      report.progress("measuring " + name + " without a server");
      rows.add(
          new FamilyRow(
              name,
              library.measure(corner.family()),
              Optional.ofNullable(peers.get(name)),
              corner.levels().key(),
              corner.millis()));
    }
    return rows;
  }

  private static Duration time(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1_000));
  }

  /** Also when interrupted: no server and no data stay behind. */
  private void cleanUp(Path folder) {
    try {
      if (target != null) target.close();
      if (Files.exists(folder)) delete(folder);
    } catch (IOException | UncheckedIOException e) {
      System.err.println("whetstone: cannot clean up " + folder + ": " + e.getMessage());
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(path);
    }
  }
}
