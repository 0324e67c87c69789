package dev.whetstone.cli.demo.loop;

import dev.whetstone.benchmark.labelling.LabellingSettings;
import dev.whetstone.benchmark.labelling.Rules;
import dev.whetstone.cli.Progress;
import dev.whetstone.cli.Speech;
import dev.whetstone.training.promotion.PromotionSettings;
import dev.whetstone.training.simulation.Comparison;
import dev.whetstone.training.simulation.LoopSimulation;
import dev.whetstone.training.simulation.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the generator-verifier loop on this machine, off and on, and draws what becomes of it. */
@Command(
    name = "loop",
    mixinStandardHelpOptions = true,
    description = {
      "Runs the generator-verifier loop on this machine, off and on, and draws it.",
      "A simulated solver learns whatever a weak verifier rewards. With the loop on, answers are"
          + " labelled without people, contested ones go to simulated people, the labels retrain"
          + " the verifier, and the gate decides which version serves. No server is needed. Exits 0"
          + " if at the end the exploit rate is at most a quarter of that without the loop. Takes a"
          + " minute or two on two cores."
    })
public final class DemoLoop implements Callable<Integer> {
  /** Exploits with the loop over those without. */
  private static final double MARK = 0.25;

  @Mixin private Speech speech;

  @Option(
      names = "--rounds",
      defaultValue = "28",
      description = "rounds of each run (default: ${DEFAULT-VALUE})")
  private int rounds;

  @Option(
      names = "--seeds",
      defaultValue = "4",
      description = "runs with the loop off, and on (default: ${DEFAULT-VALUE})")
  private int seeds;

  @Option(
      names = "--labels",
      paramLabel = "FILE",
      description = "solutions that people labelled, as labels import reads them, to measure on")
  private Optional<Path> labels = Optional.empty();

  @Option(
      names = "--even",
      description = "the loop asks all families alike, whatever its labels say of them")
  private boolean even;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      defaultValue = "loop.html",
      description = "the page with the picture (default: ${DEFAULT-VALUE})")
  private Path out;

  @Override
  public Integer call() throws InterruptedException {
    speech.require(rounds >= 1 && rounds <= 1_000, "--rounds lies between 1 and 1000");
    speech.require(seeds >= 1 && seeds <= 100, "--seeds lies between 1 and 100");
    try {
      return run(
          labels.isPresent() ? Optional.of(HumanLabels.read(labels.get())) : Optional.empty());
    } catch (IOException e) {
      return speech.failed(e);
    }
  }

  private int run(Optional<HumanLabels> human) throws IOException, InterruptedException {
    speech.out().println("reading what every run is measured on");
    World world = even ? World.usual().even() : World.usual();
    LoopSimulation simulation =
        new LoopSimulation(
            world,
            Rules.from(LabellingSettings.configured()),
            PromotionSettings.configured().gate(),
            human.map(HumanLabels::solutions).orElse(List.of()));
    Progress progress = new Progress(System.err, 2L * rounds * seeds, "rounds");
    Comparison comparison = simulation.run(rounds, seeds, () -> progress.more(1));
    progress.end();
    new LoopTable(comparison, world, human).print(speech.out());
    Files.writeString(out, new LoopPage(comparison, world, human).html());
    speech.out().println("drawn in " + out.toAbsolutePath());
    return comparison.ratio().filter(ratio -> ratio.value() <= MARK).isPresent() ? 0 : 1;
  }
}
