package dev.whetstone.cli.export;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The verb {@code export}: data sets for trainers. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Writes data sets in the keys that trainers read, each with a card beside it.",
    subcommands = {ExportTasks.class, ExportPairs.class, ExportSteps.class, ExportOutcomes.class})
public final class ExportVerb implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    CommandLine.usage(spec.commandLine(), System.out);
  }
}
