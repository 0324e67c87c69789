package dev.whetstone.cli.keys;

import dev.whetstone.access.Keys;
import dev.whetstone.cli.Speech;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code keys rotate}: another secret for the same key. */
@Command(
    name = "rotate",
    mixinStandardHelpOptions = true,
    description = "Gives a key another secret, and prints it; nothing is restarted.")
final class RotateKey implements Callable<Integer> {
  @Mixin private Speech speech;
  @Mixin private KeyStore store;

  @Parameters(paramLabel = "KEY", description = "the key's id, as keys list has it")
  private UUID key;

  @Option(
      names = "--grace",
      defaultValue = "PT0S",
      description = "how long the secret before is still good (default: ${DEFAULT-VALUE})")
  private Duration grace;

  @Override
  public Integer call() {
    speech.require(!grace.isNegative(), "--grace is PT0S or more");
    return store.with(speech, keys -> told(keys.rotate(key, grace)));
  }

  private int told(Optional<Keys.Told> told) {
    speech
        .out()
        .println(
            told.map(t -> t.secret().text()).orElse("there is no such key, or it was revoked"));
    return told.isPresent() ? 0 : 1;
  }
}
