package dev.whetstone.cli.keys;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The verb {@code keys}: who may ask the server. */
@Command(
    name = "keys",
    mixinStandardHelpOptions = true,
    description = {
      "Keeps the keys that clients show. A server that starts with a key in its database asks every"
          + " request for one; a running one knows of a change within seconds."
    },
    subcommands = {CreateKey.class, ListKeys.class, RevokeKey.class, RotateKey.class})
public final class KeysVerb implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    CommandLine.usage(spec.commandLine(), System.out);
  }
}
