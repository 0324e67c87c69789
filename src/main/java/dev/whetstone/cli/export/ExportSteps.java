package dev.whetstone.cli.export;

import dev.whetstone.rollout.export.RecordFormat;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code export steps}: what the step verifier said, in the form of PRM800K. */
@Command(
    name = "steps",
    mixinStandardHelpOptions = true,
    description =
        "Writes ratings of steps in the form of PRM800K, for candidates whose steps were read: 1"
            + " for each step before the first error, -1 for that one.")
final class ExportSteps implements Callable<Integer> {
  @Mixin private RecordFile file;

  @Override
  public Integer call() {
    return file.write(
        RecordFormat.STEPS,
        "Candidates with a rating of each step up to the first error, as a learned verifier read"
            + " them; the labeler names it");
  }
}
