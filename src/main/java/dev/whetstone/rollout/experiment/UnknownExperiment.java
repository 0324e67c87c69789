package dev.whetstone.rollout.experiment;

/** There is no experiment, or no dataset in it, of that name. */
public final class UnknownExperiment extends RuntimeException {
  private UnknownExperiment(String detail) {
    super(detail);
  }

  static UnknownExperiment named(String name) {
    return new UnknownExperiment("there is no experiment '" + name + "'");
  }

  static UnknownExperiment dataset(String name, Experiment experiment) {
    return new UnknownExperiment(
        "there is no dataset '"
            + name
            + "' in this experiment; there is "
            + String.join(", ", Dataset.names(experiment.datasets())));
  }
}
