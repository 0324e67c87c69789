package dev.whetstone.training.promotion;

import java.util.Set;

/**
 * What candidate and incumbent said of the three grounds.
 *
 * @param human solutions that people labelled, none of them ever trained on
 * @param archive solutions that fooled a version
 * @param foolers ids of those in the archive that are there because they fooled the incumbent
 * @param families generated solutions, made anew
 */
public record Evidence(Paired human, Paired archive, Set<String> foolers, Paired families) {
  public Evidence {
    foolers = Set.copyOf(foolers);
  }
}
