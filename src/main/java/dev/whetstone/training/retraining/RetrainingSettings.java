package dev.whetstone.training.retraining;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** When the server trains a new version of the step verifier by itself, and from what. */
@ConfigMapping(prefix = "whetstone.retraining")
public interface RetrainingSettings {
  @WithDefault("false")
  boolean enabled();

  /**
   * Whether this server starts the process that trains and measures; else somebody else runs {@code
   * whetstone retrain}.
   */
  @WithDefault("true")
  boolean worker();

  /** How many labels and outcomes, new since the last retraining began, start the next one. */
  Optional<Integer> after();

  /** How long after the last one began the next one starts, where anything is new. */
  Optional<Duration> interval();

  /**
   * Its sources are replayed, and it says how the rest is done; the version that serves is started
   * from, whatever it says.
   */
  @WithDefault("${whetstone.home:.}/models/step-verifier/recipe.yaml")
  Path recipe();

  /** The latest outcomes that are learnt from, at most. */
  @WithDefault("20000")
  int outcomes();

  Weights weights();

  /** How often its process may end with a fault; once more, and the retraining has failed. */
  @WithDefault("3")
  int faults();

  /** How long its process may tell nothing: then it hangs, and is ended with a fault. */
  @WithDefault("PT2H")
  Duration silence();

  /** Of its process, as Java takes it: the data in tokens. */
  @WithDefault("3g")
  String heap();

  /** How far its process stands back behind the server's, from 0 to 19. */
  @WithDefault("10")
  int niceness();

  /** What a step's loss counts. */
  interface Weights {
    /** Labels by people who were asked for them. */
    @WithDefault("1")
    double reviewed();

    /** Labels by agreement, without people. */
    @WithDefault("0.5")
    double labelled();

    /** What fooled a version: the half of the archive that is to train on. */
    @WithDefault("1")
    double archive();

    @WithDefault("0.5")
    double outcomes();

    /** Times what the recipe's own sources weigh. */
    @WithDefault("1")
    double replay();
  }
}
