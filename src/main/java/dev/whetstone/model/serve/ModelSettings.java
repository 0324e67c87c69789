package dev.whetstone.model.serve;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Which model serves, where it runs, and what it is asked to do at once. */
@ConfigMapping(prefix = "whetstone.model")
public interface ModelSettings {
  /** Folder of models: {@code <name>/<version>/card.json}; it need not be there. */
  @WithDefault("${whetstone.home:.}/models")
  Path folder();

  /** Name of the model that serves as step verifier. */
  @WithDefault("step-verifier")
  String stepVerifier();

  /** The one version that may serve; without it the newest does. */
  Optional<String> stepVerifierVersion();

  /** Whether a server without one is not ready; else exact rewards are paid without it. */
  @WithDefault("false")
  boolean required();

  /** {@code auto}, {@code cpu}, {@code gpu} or {@code gpu:N}. */
  @WithDefault("auto")
  String placement();

  /** How often newer versions are looked for. */
  @WithDefault("PT30S")
  Duration rescan();

  /** Derivations that may wait. */
  @WithDefault("4096")
  int queue();

  /** Tokens that may wait: what a model of ten thousand tokens a second does in a minute. */
  @WithDefault("600000")
  long queueTokens();

  /** Tokens of a batch, padding counted. */
  @WithDefault("4096")
  long batchTokens();

  /** Tokens of one call of the engine, padding counted: a longer batch is read in several. */
  @WithDefault("8192")
  int callTokens();

  /** What the first of a batch waits for others to join it. */
  @WithDefault("PT0.002S")
  Duration delay();

  /** What a derivation waits for its reading, where its client says nothing else. */
  @WithDefault("PT60S")
  Duration deadline();

  /** Characters of a derivation. */
  @WithDefault("262144")
  int maxCharacters();

  /** Characters of a step, and of a problem, that our own step verifier reads. */
  @WithDefault("8192")
  int maxStepCharacters();

  /** Steps of a derivation. */
  @WithDefault("1024")
  int maxSteps();

  /** What is finished when the server stops. */
  @WithDefault("PT5S")
  Duration grace();

  /** What the batch, or the load, in hand is waited for after that: neither can be broken off. */
  @WithDefault("PT30S")
  Duration lastBatch();
}
