package dev.whetstone.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Whether keys are asked for, and how much one may ask. */
@ConfigMapping(prefix = "whetstone.security")
public interface SecuritySettings {
  /** When a key is asked for. */
  enum Mode {
    /** As soon as the server starts with a key in its database. */
    AUTO,
    /** Never: who reaches the server may read and write everything. */
    OPEN,
    /** Always. */
    KEYS
  }

  @WithDefault("auto")
  Mode mode();

  /** Says that whoever reaches the server, from anywhere, may read and write everything. */
  @WithDefault("false")
  boolean openToAll();

  /** How old a server's knowledge of the keys may be: a revoked one is refused after so long. */
  @WithDefault("2s")
  Duration refresh();

  /** Requests of one key a minute, where the key does not say. */
  @WithDefault("60000")
  int perMinute();

  /** Candidates of one key a day (UTC), where the key does not say. */
  @WithDefault("1000000000")
  long perDay();
}
