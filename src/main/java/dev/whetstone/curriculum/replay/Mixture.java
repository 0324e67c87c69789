package dev.whetstone.curriculum.replay;

import dev.whetstone.curriculum.Cell;
import dev.whetstone.curriculum.Choice;
import dev.whetstone.curriculum.CurriculumState;
import dev.whetstone.curriculum.Distribution;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What may be asked now: by the scheduler, and, for the share that the curriculum gives to replay,
 * from the archive.
 */
public final class Mixture {
  private final Distribution distribution;
  private final double share;
  private final List<Pick> picks;

  private Mixture(Distribution distribution, double share, List<Pick> picks) {
    this.distribution = distribution;
    this.share = share;
    this.picks = picks;
  }

  /**
   * @param group rollouts to each task
   */
  public static Mixture of(CurriculumState state, Archive archive, int group) {
    double share = archive.cases().isEmpty() ? 0 : state.curriculum().replay().share();
    List<Pick> picks = share == 0 ? List.of() : archive.picks(state.curriculum(), state.lessons());
    return new Mixture(state.distribution(group), share, picks);
  }

  /** What the scheduler alone would do. */
  public Distribution distribution() {
    return distribution;
  }

  /**
   * A cell to ask at.
   *
   * @param probability of the cell, by whichever way it is chosen
   * @param origin the archived case that the task is made from
   */
  public record Drawn(Cell cell, double probability, Optional<Origin> origin) {}

  /** One draw; where there is no replay it takes from {@code random} what the scheduler takes. */
  public Drawn draw(RandomGenerator random) {
    if (picks.isEmpty() || random.nextDouble() >= share) {
      Choice choice = distribution.sample(random);
      return new Drawn(choice.cell(), probability(choice.cell()), Optional.empty());
    }
    Pick pick = pick(random);
    return new Drawn(pick.cell(), probability(pick.cell()), Optional.of(pick.origin()));
  }

  private Pick pick(RandomGenerator random) {
    double left = random.nextDouble();
    for (Pick pick : picks) {
      left -= pick.probability();
      if (left < 0) return pick;
    }
    return picks.getLast();
  }

  private double probability(Cell cell) {
    double scheduled = 0;
    for (Choice choice : distribution.choices())
      if (choice.cell().equals(cell)) scheduled += choice.probability();
    if (picks.isEmpty()) return scheduled;
    double replayed = 0;
    for (Pick pick : picks) if (pick.cell().equals(cell)) replayed += pick.probability();
    return Math.min(1, (1 - share) * scheduled + share * replayed);
  }
}
