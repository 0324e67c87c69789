package dev.whetstone.cli.export;

import dev.whetstone.rollout.export.RecordFormat;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code export pairs}: preferences, for TRL's and OpenRLHF's DPO. */
@Command(
    name = "pairs",
    mixinStandardHelpOptions = true,
    description =
        "Writes pairs of a right and a not right answer to the same task: prompt, chosen,"
            + " rejected. Each answer stands in one pair at most.")
final class ExportPairs implements Callable<Integer> {
  @Mixin private RecordFile file;

  @Option(names = "--text", description = "plain texts instead of messages with role and content")
  private boolean text;

  @Override
  public Integer call() {
    return file.write(
        text ? RecordFormat.PAIRS_TEXT : RecordFormat.PAIRS,
        "Pairs of answers to the same task: the chosen one is right by an exact check, the rejected"
            + " one is wrong or states no answer");
  }
}
