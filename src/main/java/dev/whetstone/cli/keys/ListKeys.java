package dev.whetstone.cli.keys;

import dev.whetstone.access.ApiKey;
import dev.whetstone.access.Scope;
import dev.whetstone.cli.Speech;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code keys list}: a line for each, without its secret. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists the keys, newest first, without their secrets.")
final class ListKeys implements Callable<Integer> {
  private static final String FORM = "%-36s  %-12s  %-18s  %-24s  %-20s  %s%n";

  @Mixin private Speech speech;
  @Mixin private KeyStore store;

  @Override
  public Integer call() {
    return store.with(
        speech,
        keys -> {
          speech.out().printf(FORM, "id", "tenant", "scopes", "last used", "until", "name");
          keys.list().forEach(this::line);
          return 0;
        });
  }

  private void line(ApiKey key) {
    String scopes =
        key.scopes().stream().map(Scope::word).sorted().collect(Collectors.joining(","));
    String until =
        key.revokedAt().isPresent() ? "revoked" : shown(key.expiresAt()).orElse("for ever");
    speech
        .out()
        .printf(
            FORM,
            key.id(),
            key.tenant(),
            scopes,
            shown(key.usedAt()).orElse("never"),
            until,
            key.name() + key.run().map(run -> ", run " + run).orElse(""));
  }

  private static Optional<String> shown(Optional<Instant> time) {
    return time.map(at -> at.truncatedTo(java.time.temporal.ChronoUnit.SECONDS).toString());
  }
}
