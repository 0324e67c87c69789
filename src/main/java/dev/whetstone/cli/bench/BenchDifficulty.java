package dev.whetstone.cli.bench;

import dev.whetstone.curriculum.bakeoff.Foretelling;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the difficulty model foretells of untried cells, in simulated worlds. */
@Command(
    name = "difficulty",
    mixinStandardHelpOptions = true,
    description = {
      "Judges what the difficulty model foretells of cells that nobody has tried.",
      "Rank correlation with the true pass rate, how many true rates lie inside the forecasts' 95 %%"
          + " intervals, the trust earned, and the error of the prior that is served beside that of"
          + " one half. Exits 0 if the median correlation is at least 0.7"
          + " in every world at every time."
    })
final class BenchDifficulty implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--seeds",
      defaultValue = "8",
      description = "simulations of each world (default: ${DEFAULT-VALUE})")
  private int seeds;

  @Option(
      names = "--first-seed",
      defaultValue = "0",
      description = "the first of them; the model's constants were chosen on 0 to 7")
  private int firstSeed;

  @Override
  public Integer call() {
    if (seeds < 1) throw new ParameterException(spec.commandLine(), "--seeds is at least 1");
    return Foretelling.run(System.out, firstSeed, seeds);
  }
}
