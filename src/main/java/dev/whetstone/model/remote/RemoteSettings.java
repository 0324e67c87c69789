package dev.whetstone.model.remote;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** Which language model is asked, on which server, and how much may be asked of it. */
@ConfigMapping(prefix = "whetstone.generative")
public interface RemoteSettings {
  /** Up to its version, {@code http://127.0.0.1:8000/v1}; without it no model is asked. */
  Optional<URI> baseUrl();

  /** The model's name, as its server knows it. */
  @WithDefault("default")
  String model();

  /** Sent as a bearer token; meant for {@code WHETSTONE_GENERATIVE_API_KEY}, never for a file. */
  Optional<String> apiKey();

  /** Of the sampling; 0 to 2. */
  @WithDefault("1.0")
  double temperature();

  /** The share of probability that is sampled from, in (0, 1]. */
  @WithDefault("0.95")
  double topP();

  /** Tokens of one answer, its thoughts included. */
  @WithDefault("16384")
  int maxTokens();

  /** Sample i is asked with this plus i; without it the server chooses. */
  OptionalLong seed();

  @WithDefault("PT5S")
  Duration connectTimeout();

  /** What one request may take before it counts as hung. */
  @WithDefault("PT10M")
  Duration attemptTimeout();

  /** Requests in flight. */
  @WithDefault("16")
  int concurrency();

  /** How often one sample is tried again. */
  @WithDefault("4")
  int retries();

  /** Retries of all samples together, as a share of their number. */
  @WithDefault("0.2")
  double retryShare();

  /** Retries that may come before any share of them is earned, and be saved up. */
  @WithDefault("32")
  int retryReserve();

  /** The longest pause before the first retry; it doubles with each. */
  @WithDefault("PT0.5S")
  Duration backoff();

  /** The longest of these pauses; a server that asks for a longer one gets it. */
  @WithDefault("PT30S")
  Duration longestBackoff();

  /** Bytes of one answer. */
  @WithDefault("2097152")
  int maxResponseBytes();

  /** Price of a million tokens read, in whatever currency. */
  @WithDefault("0")
  double inputPrice();

  /** Price of a million tokens written, in the same currency. */
  @WithDefault("0")
  double outputPrice();

  /** Answers kept, so that what was asked once costs nothing the next time. */
  @WithDefault("10000")
  int cachedAnswers();

  /** Characters of these answers together. */
  @WithDefault("16777216")
  long cachedCharacters();

  /** Who assesses proofs. */
  ServerSettings verifier();

  /** Who checks what is said of proofs. */
  ServerSettings metaVerifier();

  /** Who mends proofs. */
  ServerSettings refiner();
}
