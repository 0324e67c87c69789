package dev.whetstone.cli;

import dev.whetstone.cli.bench.Bench;
import dev.whetstone.cli.demo.Demo;
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
      "",
      "Start with: ./whetstone serve"
    },
    subcommands = {Serve.class, Demo.class, Bench.class})
public final class Whetstone implements Runnable {
  public static void main(String... args) {
    int code = new CommandLine(new Whetstone()).execute(args);
    if (code != 0) System.exit(code);
  }

  @Override
  public void run() {
    CommandLine.usage(this, System.out);
  }
}
