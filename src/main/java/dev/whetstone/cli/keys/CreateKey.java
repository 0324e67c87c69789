package dev.whetstone.cli.keys;

import dev.whetstone.access.Keys;
import dev.whetstone.access.NewKey;
import dev.whetstone.access.Scope;
import dev.whetstone.cli.Speech;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code keys create}: tells a new secret, this once. */
@Command(
    name = "create",
    mixinStandardHelpOptions = true,
    description =
        "Creates a key, and prints its secret: it is kept as a hash, and never told again.",
    footer = {
      "",
      "Example: ./whetstone keys create --scopes trainer --name nightly --expires P90D"
    })
final class CreateKey implements Callable<Integer> {
  @Mixin private Speech speech;
  @Mixin private KeyStore store;

  @Option(
      names = "--scopes",
      required = true,
      split = ",",
      description = "some of trainer, reviewer, evaluator, monitor, admin")
  private List<String> scopes;

  @Option(names = "--name", required = true, description = "what it is for, or whose it is")
  private String name;

  @Option(
      names = "--tenant",
      defaultValue = NewKey.TENANT,
      description = "whose rows it sees (default: ${DEFAULT-VALUE})")
  private String tenant;

  @Option(names = "--run", description = "the only run it sees; its scope is then trainer")
  private Optional<UUID> run;

  @Option(
      names = "--expires",
      description = "how long it is good, such as P90D (default: for ever)")
  private Optional<Duration> expires;

  @Option(names = "--per-minute", description = "requests (default: the server's setting)")
  private Optional<Integer> perMinute;

  @Option(names = "--per-day", description = "candidates (default: the server's setting)")
  private Optional<Long> perDay;

  @Override
  public Integer call() {
    NewKey wanted = wanted();
    return store.with(speech, keys -> told(keys.create(wanted)));
  }

  private NewKey wanted() {
    try {
      return new NewKey(
          tenant,
          name,
          scopes.stream().map(Scope::of).collect(Collectors.toSet()),
          run,
          perMinute,
          perDay,
          expires);
    } catch (IllegalArgumentException e) {
      speech.require(false, e.getMessage());
      throw e;
    }
  }

  private int told(Keys.Told told) {
    speech.out().println(told.key().id() + "  " + told.key().name());
    speech.out().println(told.secret().text());
    return 0;
  }
}
