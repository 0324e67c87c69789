package dev.whetstone.cli;

import dev.whetstone.cli.bench.Bench;
import dev.whetstone.cli.demo.Demo;
import dev.whetstone.cli.export.ExportVerb;
import dev.whetstone.cli.keys.KeysVerb;
import dev.whetstone.cli.labels.LabelsVerb;
import dev.whetstone.cli.train.Retrain;
import dev.whetstone.cli.train.Train;
import io.quarkus.runtime.annotations.QuarkusMain;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line: {@code ./whetstone serve}, and the verbs beside it. */
@QuarkusMain
@Command(
    name = "whetstone",
    version = "whetstone 0.1.0",
    mixinStandardHelpOptions = true,
    description = "The training-signal server that an RL job talks to.",
    footer = {
      "",
      "  test    build, and run the whole suite (./whetstone test --help)",
      "  sbom    list the libraries with their licences, and write a CycloneDX bill of them",
      "",
      "Start with: ./whetstone serve"
    },
    subcommands = {
      Serve.class,
      Demo.class,
      KeysVerb.class,
      LabelsVerb.class,
      Licences.class,
      ExportVerb.class,
      Train.class,
      Retrain.class,
      Bench.class
    })
public final class Whetstone implements Runnable {
  public static void main(String... args) {
    int code =
        new CommandLine(new Whetstone()).setCaseInsensitiveEnumValuesAllowed(true).execute(args);
    if (code != 0) System.exit(code);
  }

  @Override
  public void run() {
    CommandLine.usage(this, System.out);
  }
}
