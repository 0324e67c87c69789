package dev.whetstone.benchmark.labelling;

import dev.whetstone.verify.labelling.Lowest;
import dev.whetstone.verify.proof.Score;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When votes on a proof are enough for a label, and how they are collected. */
@ConfigMapping(prefix = "whetstone.labelling")
public interface LabellingSettings {
  /** Fixed: all analyses, always; sequential: until the votes decide. */
  @WithDefault("sequential")
  Kind rule();

  /** n: analyses of one proof, at most. */
  @WithDefault("64")
  int analyses();

  /** m: checks of each analysis that claims issues. */
  @WithDefault("3")
  int checks();

  /** k: valid analyses that must give the lowest score. */
  @WithDefault("2")
  int required();

  /** Of the fixed rule: whose lowest score that is. */
  @WithDefault("of-valid")
  Lowest lowest();

  /** A contested proof with that many valid analyses of the lowest score goes to a person. */
  @WithDefault("1")
  int humanFrom();

  /** How good a check must rate an analysis to confirm it: half or one. */
  @WithDefault("one")
  Score confirmsFrom();

  /** Of the sequential rule: how often an analysis of a correct proof is valid. */
  @WithDefault("0.02")
  double rateCorrect();

  /** Of the sequential rule: how often an analysis of a flawed proof is valid. */
  @WithDefault("0.3")
  double rateFlawed();

  /** Of the sequential rule: the share of correct proofs that may be called flawed. */
  @WithDefault("0.01")
  double correctAsFlawed();

  /** Of the sequential rule: the share of flawed proofs that may be called correct. */
  @WithDefault("0.01")
  double flawedAsCorrect();

  /** Of labels' posteriors: how many votes the two rates above are worth before there are any. */
  @WithDefault("20")
  double priorWeight();

  /** Of labels' posteriors: the share of flawed proofs whose flaw the verifier never sees. */
  @WithDefault("0")
  double blindSpot();

  /** How often the posteriors of labels are computed again, by all votes since. */
  @WithDefault("PT5M")
  Duration refitEvery();

  /** Failed calls for one proof that are made again; one more, and it is discarded unjudged. */
  @WithDefault("32")
  int retries();

  /** How long a call may take, its retries within the client included. */
  @WithDefault("PT10M")
  Duration patience();

  /** How long a proof rests after a failed call; twice as long after each further one in a row. */
  @WithDefault("PT1S")
  Duration backoff();

  /** The longest of these rests. */
  @WithDefault("PT10M")
  Duration longestBackoff();

  /** Proofs at once in this server. */
  @WithDefault("8")
  int workers();

  /** How often an idle server looks for work. */
  @WithDefault("PT1S")
  Duration idle();

  /** After how long without a sign of life another server goes on with a proof. */
  @WithDefault("PT30S")
  Duration lease();

  /** The set that labels are kept in. */
  @WithDefault("labelled")
  String set();

  /** As the environment and the settings say, where no server runs. */
  static LabellingSettings configured() {
    return new SmallRyeConfigBuilder()
        .addDefaultSources()
        .addDefaultInterceptors()
        .addDiscoveredConverters()
        .withMapping(LabellingSettings.class)
        .build()
        .getConfigMapping(LabellingSettings.class);
  }

  /** Which rule decides. */
  enum Kind {
    FIXED,
    SEQUENTIAL
  }
}
