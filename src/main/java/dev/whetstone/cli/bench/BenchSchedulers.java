package dev.whetstone.cli.bench;

import dev.whetstone.curriculum.bakeoff.BakeOff;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The bake-off of the schedulers, in two simulated worlds. */
@Command(
    name = "schedulers",
    mixinStandardHelpOptions = true,
    description = {
      "Compares the schedulers on simulated learners.",
      "Ours against uniform, SEC, PLR, SFL, AdaRFT, MoPPS, RLVE's rule, reasoning-gym's rule and"
          + " prime-rl's pools, 600 steps each, in a clean and in a noisy world. Exits 0 if ours"
          + " meets the marks at the table's foot."
    })
final class BenchSchedulers implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--seeds",
      defaultValue = "8",
      description = "simulations of each rule in each world (default: ${DEFAULT-VALUE})")
  private int seeds;

  @Override
  public Integer call() throws InterruptedException {
    if (seeds < 1) throw new ParameterException(spec.commandLine(), "--seeds is at least 1");
    return BakeOff.run(System.out, seeds);
  }
}
