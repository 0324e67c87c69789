package dev.whetstone.curriculum;

import dev.whetstone.task.Control;
import dev.whetstone.task.Levels;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a cell's posterior moves its family's levels. A control rises on its own, when the cell
 * one level up in it alone is surely solved often enough; and one falls when a cell within reach is
 * surely failed: harder levels are no easier, so the reach itself lies too high.
 */
record Evidence(Family family, CellState cell, Learning learning) {
  Optional<Move> move(long lesson) {
    if (family.range().isOpen()
        || Learnability.informedness(family.verifier()) <= 0
        || cell.posterior().evidence() < learning.evidence()) return Optional.empty();
    return family.isWithinReach(levels()) ? down(lesson) : up(lesson);
  }

  private Optional<Move> up(long lesson) {
    double sure = cell.posterior().above(observed(learning.up()));
    if (sure < learning.confidence()) return Optional.empty();
    return family.range().beside(family.reach(), 1).stream()
        .filter(harder -> harder.indices().equals(levels().indices()))
        .findFirst()
        .map(harder -> to(harder, lesson, claim(">", learning.up(), sure)));
  }

  private Optional<Move> down(long lesson) {
    double sure = cell.posterior().below(observed(learning.down()));
    if (sure < learning.confidence()) return Optional.empty();
    return easier().map(easier -> to(easier, lesson, claim("<", learning.down(), sure)));
  }

  /** Towards the failed cell; of several ways the one whose next cell is solved most often. */
  private Optional<Levels> easier() {
    List<Levels> easier = family.range().beside(family.reach(), -1);
    boolean failedAtReach = levels().indices().equals(family.reach().indices());
    return easier.stream()
        .filter(next -> failedAtReach || isTowardsCell(next))
        .max(Comparator.comparingDouble(next -> family.cell(next).posterior().mean()));
  }

  private boolean isTowardsCell(Levels next) {
    for (int i = 0; i < next.indices().size(); i++)
      if (next.indices().get(i) < levels().indices().get(i)) return false;
    return true;
  }

  private Move to(Levels next, long lesson, String claim) {
    for (Control control : next.controls())
      if (next.level(control) != family.reach().level(control))
        return new Move(
            lesson,
            family.range().name(),
            control.name(),
            family.reach().level(control),
            next.level(control),
            claim);
    throw new AssertionError("no control differs");
  }

  private String claim(String relation, double rate, double sure) {
    return String.format(
        Locale.ROOT,
        "P(solved %s %.2f) = %.3f at %s, on %.1f groups remembered",
        relation,
        rate,
        sure,
        levels().key(),
        cell.posterior().evidence());
  }

  private double observed(double truth) {
    return Learnability.observed(truth, family.verifier());
  }

  private Levels levels() {
    return cell.cell().levels();
  }
}
