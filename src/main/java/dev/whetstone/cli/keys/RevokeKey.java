package dev.whetstone.cli.keys;

import dev.whetstone.cli.Speech;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code keys revoke}: no server takes the key any more, within seconds. */
@Command(
    name = "revoke",
    mixinStandardHelpOptions = true,
    description = "Revokes a key; running servers refuse it within seconds.")
final class RevokeKey implements Callable<Integer> {
  @Mixin private Speech speech;
  @Mixin private KeyStore store;

  @Parameters(paramLabel = "KEY", description = "the key's id, as keys list has it")
  private UUID key;

  @Override
  public Integer call() {
    return store.with(speech, keys -> told(keys.revoke(key).isPresent()));
  }

  private int told(boolean revoked) {
    speech.out().println(revoked ? key + " is revoked" : "there is no such key, or it was revoked");
    return revoked ? 0 : 1;
  }
}
