package dev.whetstone.rollout.stream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Where events go, and who may listen. */
@ConfigMapping(prefix = "whetstone.stream")
public interface StreamSettings {
  /** Where a broker that was never published to begins. */
  enum From {
    /** With the first event on record. */
    BEGINNING,
    /** With the next one. */
    NOW
  }

  /** Addresses of the Kafka brokers, {@code host:port}; without one no event leaves by itself. */
  Optional<String> broker();

  /** Whether candidates are taken from the broker's topic too. */
  @WithDefault("false")
  boolean candidates();

  @WithDefault("beginning")
  From from();

  /** What the names of all topics begin with. */
  @WithDefault("whetstone")
  String prefix();

  /** Events sent together. */
  @WithDefault("500")
  int batch();

  /** How often new events are looked for. */
  @WithDefault("PT0.1S")
  Duration every();

  /** After how long another process tries to publish in place of one that ended, or a failure. */
  @WithDefault("PT5S")
  Duration retry();

  /** Live streams at once; one more is refused with 503. */
  @WithDefault("256")
  int maxListeners();

  /** How often listened runs are looked at. */
  @WithDefault("PT0.2S")
  Duration listenEvery();

  /** How often a live stream shows that it is alive while nothing happens. */
  @WithDefault("PT15S")
  Duration ping();
}
