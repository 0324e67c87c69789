package dev.whetstone.training.promotion;

import dev.whetstone.benchmark.Judge;
import dev.whetstone.model.host.Refused;
import java.util.function.Function;

/** Has versions of one verifier judge, one version at a time. */
interface Bench {
  /**
   * Loads a version, lets it work, and frees it.
   *
   * @throws Refused if no server would load it
   */
  <T> T with(String version, Function<Judge, T> work) throws Refused;
}
