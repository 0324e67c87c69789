package dev.whetstone.rollout.experiment;

/** No more experiments can be kept. */
public final class TooManyExperiments extends RuntimeException {
  TooManyExperiments(int most) {
    super("there are " + most + " experiments, and no more are kept");
  }
}
