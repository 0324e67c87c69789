package dev.whetstone.verify.proof;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalDouble;

/** How proofs are asked about, and how much of them and of what comes back is read. */
@ConfigMapping(prefix = "whetstone.proof")
public interface ProofLimits {
  /** Characters of one prompt; more is not asked. */
  @WithDefault("262144")
  int maxPrompt();

  /** Characters of one response; more is not read. */
  @WithDefault("262144")
  int maxResponse();

  /** Characters of a proof with its problem; a longer one is refused. */
  @WithDefault("131072")
  int maxCharacters();

  /** Steps of one proof; one with more is refused. */
  @WithDefault("1024")
  int maxSteps();

  /** Samples of the verifier for one proof; their median is its score. */
  @WithDefault("1")
  int samples();

  /** How long a request to judge waits. */
  @WithDefault("PT2M")
  Duration deadline();

  /** Who judges analyses of proofs. */
  @WithDefault("generative")
  MetaVerifier metaVerifier();

  /** Of the learned one: from which P(a step is wrong) an issue with it is real; in (0, 1]. */
  @WithDefault("0.5")
  double realFrom();

  /** What candidates have to keep to; our own judges always keep to the strict one. */
  @WithDefault("strict")
  Format format();

  /** The share of right proofs that the verifier passes, where somebody has measured it. */
  OptionalDouble sensitivity();

  /** The share of wrong proofs that the verifier passes, where somebody has measured it. */
  OptionalDouble falsePass();

  /** Who judges analyses of proofs. */
  enum MetaVerifier {
    /** {@link GenerativeMetaJudge}. */
    GENERATIVE,
    /** {@link LearnedMetaJudge}. */
    LEARNED
  }

  /** How a candidate's response is read. */
  enum Format {
    /** {@link ResponseFormat}. */
    STRICT,
    /** {@link LooseFormat#NEMO_GYM}. */
    LOOSE
  }
}
