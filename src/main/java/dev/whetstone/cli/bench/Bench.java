package dev.whetstone.cli.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The verb {@code bench}: figures, measured here and now. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measures the server and its schedulers, here and now.",
    subcommands = {BenchServe.class, BenchSchedulers.class})
public final class Bench implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    CommandLine.usage(spec.commandLine(), System.out);
  }
}
