package dev.whetstone.curriculum;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** The probability of every cell that may be asked now; they sum to 1 and none is 0. */
public record Distribution(List<Choice> choices) {
  private static final double ROUNDING = 1e-9;

  public Distribution {
    choices = List.copyOf(choices);
    double total = 0;
    for (Choice choice : choices) total += choice.probability();
    if (Math.abs(total - 1) > ROUNDING) throw new IllegalArgumentException("sums to " + total);
  }

  /**
   * The scheduler's shares and, for the part that explores, staleness times weight (Prioritized
   * Level Replay, Jiang et al. 2021: a cell not seen for long is due, mastered or not).
   */
  static Distribution of(List<Option> options, Scheduler scheduler) {
    double[] shares = scheduler.shares(options);
    double due = 0;
    for (Option option : options) due += due(option);
    List<Choice> choices = new ArrayList<>();
    for (int i = 0; i < shares.length; i++) {
      Option option = options.get(i);
      double explored = scheduler.exploration() * due(option) / due;
      double probability = (1 - scheduler.exploration()) * shares[i] + explored;
      choices.add(new Choice(option.cell(), Math.min(1, probability), option.reason()));
    }
    return new Distribution(choices);
  }

  private static double due(Option option) {
    return option.reason().staleness() * option.reason().weight();
  }

  /** One draw; several draws are with replacement. */
  public Choice sample(RandomGenerator random) {
    double left = random.nextDouble();
    for (Choice choice : choices) {
      left -= choice.probability();
      if (left < 0) return choice;
    }
    return choices.getLast();
  }
}
