package dev.whetstone.cli.export;

import dev.whetstone.rollout.export.RecordFormat;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code export outcomes}: the record of a run. */
@Command(
    name = "outcomes",
    mixinStandardHelpOptions = true,
    description = "Writes the record of a run, one row a candidate, with its grade and reward.")
final class ExportOutcomes implements Callable<Integer> {
  @Mixin private RecordFile file;

  @Override
  public Integer call() {
    return file.write(
        RecordFormat.OUTCOMES, "Judged candidates, each with its question, grade and reward");
  }
}
