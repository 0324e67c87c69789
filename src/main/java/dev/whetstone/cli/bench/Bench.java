package dev.whetstone.cli.bench;

import dev.whetstone.cli.bench.labelling.BenchLabelling;
import dev.whetstone.cli.bench.verifier.BenchVerifier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The verb {@code bench}: figures, measured here and now. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measures the server, its schedulers and its models, here and now.",
    subcommands = {
      BenchServe.class,
      BenchSchedulers.class,
      BenchDifficulty.class,
      BenchScoring.class,
      BenchVerifier.class,
      BenchLabelling.class,
      BenchPromotion.class
    })
public final class Bench implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    CommandLine.usage(spec.commandLine(), System.out);
  }
}
