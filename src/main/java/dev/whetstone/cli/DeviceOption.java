package dev.whetstone.cli;

import dev.whetstone.model.host.Placement;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where a command has models run. */
public final class DeviceOption {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  private Placement placement;

  @Option(
      names = "--device",
      paramLabel = "DEVICE",
      defaultValue = "auto",
      description = "auto, cpu, gpu or gpu:N (default: ${DEFAULT-VALUE})")
  void place(String device) {
    try {
      placement = Placement.parse(device);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          command.commandLine(), "--device is auto, cpu, gpu or gpu:N, not " + device, e);
    }
  }

  public Placement placement() {
    return placement;
  }
}
