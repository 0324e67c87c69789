package dev.whetstone.cli.labels;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The verb {@code labels}: the labelled solutions that verifiers are measured and trained on. */
@Command(
    name = "labels",
    mixinStandardHelpOptions = true,
    description = "Keeps labelled solutions: what verifiers are measured against and trained on.",
    subcommands = {ImportLabels.class, ListLabels.class, RemoveLabels.class})
public final class LabelsVerb implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    CommandLine.usage(spec.commandLine(), System.out);
  }
}
