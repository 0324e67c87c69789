package dev.whetstone.cli.keys;

import dev.whetstone.access.Keys;
import dev.whetstone.cli.Database;
import dev.whetstone.cli.DatabaseOptions;
import dev.whetstone.cli.Speech;
import dev.whetstone.rollout.DatabaseFault;
import dev.whetstone.rollout.UnknownRun;
import java.io.IOException;
import java.time.Clock;
import java.util.function.ToIntFunction;
import picocli.CommandLine.Mixin;

/** The keys of a database, whether a server runs on it or not. */
public final class KeyStore {
  @Mixin private DatabaseOptions options;

  /** The exit code of what is done. */
  int with(Speech speech, ToIntFunction<Keys> work) {
    try (Database database = Database.open(options)) {
      String user = System.getProperty("user.name");
      Keys keys = new Keys(database.dataSource(), Clock.systemUTC(), "command line, " + user);
      return work.applyAsInt(keys);
    } catch (IOException | UnknownRun | DatabaseFault e) {
      return speech.failed(e);
    }
  }
}
