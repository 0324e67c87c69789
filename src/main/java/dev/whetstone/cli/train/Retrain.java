package dev.whetstone.cli.train;

import dev.whetstone.cli.Database;
import dev.whetstone.cli.DatabaseOptions;
import dev.whetstone.cli.DeviceOption;
import dev.whetstone.cli.ModelsFolder;
import dev.whetstone.model.ModelFault;
import dev.whetstone.model.host.MissingGpu;
import dev.whetstone.model.host.Refused;
import dev.whetstone.rollout.DatabaseFault;
import dev.whetstone.training.TrainingInProgress;
import dev.whetstone.training.promotion.PromotionSettings;
import dev.whetstone.training.retraining.Worker;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a server starts to train and to measure versions beside it. */
@Command(
    name = "retrain",
    hidden = true,
    mixinStandardHelpOptions = true,
    description =
        "Goes on with the retraining that a server began, and decides the versions that wait.")
public final class Retrain implements Callable<Integer> {
  @Parameters(paramLabel = "VERIFIER", description = "a model's name")
  String verifier;

  @Mixin ModelsFolder models;

  @Mixin DeviceOption device;

  @Mixin DatabaseOptions database;

  @Option(names = "--until-input-ends", description = "end with the process that started this one")
  boolean untilInputEnds;

  @Override
  public Integer call() {
    if (untilInputEnds) endWithInput();
    try (Database db = Database.open(database)) {
      return work(db.dataSource());
    } catch (IOException e) {
      return said("not now: " + e.getMessage(), Worker.NOT_NOW);
    }
  }

  private int work(DataSource source) {
    try {
      new Worker(
              source,
              verifier,
              models.path(),
              device.placement(),
              PromotionSettings.configured(),
              new TrainingProgress(System.out))
          .run();
      return CommandLine.ExitCode.OK;
    } catch (TrainingInProgress | SQLException | DatabaseFault | Refused | MissingGpu e) {
      return said("not now: " + e.getMessage(), Worker.NOT_NOW);
    } catch (IOException | ModelFault e) {
      return said(e.getMessage(), CommandLine.ExitCode.SOFTWARE);
    }
  }

  private static int said(String line, int code) {
    System.out.println("whetstone: " + line);
    return code;
  }

  /** At once: whatever is half done is done again. */
  private static void endWithInput() {
    Thread.ofPlatform()
        .daemon()
        .name("end-with-input")
        .start(
            () -> {
              try {
                while (System.in.read() >= 0) {}
              } catch (IOException gone) {
                // As if it had ended.
              }
              Runtime.getRuntime().halt(Worker.NOT_NOW);
            });
  }
}
