package dev.whetstone.curriculum;

import dev.whetstone.curriculum.difficulty.DifficultyModel;
import dev.whetstone.task.Levels;
import dev.whetstone.verify.Reliability;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** One family's part of the state: where its levels stand and the cells that had a lesson. */
record Family(
    FamilyRange range, Reliability verifier, Levels reach, NavigableMap<Levels, CellState> cells) {
  /** Level by level in the family's order of controls. */
  private static final Comparator<Levels> EASIER_FIRST = Family::compare;

  Family {
    if (!range.allows(reach))
      throw new IllegalArgumentException(range.name() + " is not allowed at " + reach.key());
    cells = Collections.unmodifiableNavigableMap(cells);
  }

  static Family start(FamilyRange range, Reliability verifier) {
    return new Family(range, verifier, range.start(), new TreeMap<>(EASIER_FIRST));
  }

  Family at(Levels reach) {
    return new Family(range, verifier, reach, cells);
  }

  Family after(Move move) {
    Map<String, Integer> levels = reach.asMap();
    levels.put(move.control(), move.to());
    return at(Levels.of(reach.controls(), levels));
  }

  Family with(CellState cell) {
    NavigableMap<Levels, CellState> changed = new TreeMap<>(cells);
    changed.put(requireAllowed(cell.cell().levels()), cell);
    return new Family(range, verifier, reach, changed);
  }

  CellState cell(Levels levels) {
    CellState known = cells.get(requireAllowed(levels));
    return known == null ? CellState.fresh(new Cell(range.name(), levels)) : known;
  }

  private Levels requireAllowed(Levels levels) {
    if (range.allows(levels)) return levels;
    throw new IllegalArgumentException(range.name() + " is not allowed at " + levels.key());
  }

  /**
   * The window around the reach, one level either way in each control, and every cell within reach
   * that had a lesson before: the mastered ones, to be tested again. Of an open family every cell.
   */
  List<Option> options(long lessons, int group, DifficultyModel difficulty) {
    NavigableSet<Levels> window = new TreeSet<>(EASIER_FIRST);
    window.add(reach);
    window.addAll(range.beside(reach, 1));
    window.addAll(range.beside(reach, -1));
    if (range.isOpen()) window.addAll(range.all());
    for (Levels known : cells.keySet()) if (isWithinReach(known)) window.add(known);
    List<Option> options = new ArrayList<>();
    for (Levels levels : window) options.add(option(cell(levels), lessons, group, difficulty));
    return options;
  }

  private Option option(CellState cell, long lessons, int group, DifficultyModel difficulty) {
    long staleness = lessons + 1 - cell.lastLesson();
    double prior = difficulty.prior(range.name(), cell.cell().levels(), verifier);
    return new Option(
        cell.cell(), Reason.of(cell, prior, verifier, group, staleness, range.weight()));
  }

  /** Whether no control is above the reach. */
  boolean isWithinReach(Levels levels) {
    for (int i = 0; i < levels.indices().size(); i++)
      if (levels.indices().get(i) > reach.indices().get(i)) return false;
    return true;
  }

  private static int compare(Levels one, Levels other) {
    for (int i = 0; i < one.indices().size(); i++) {
      int order = Integer.compare(one.indices().get(i), other.indices().get(i));
      if (order != 0) return order;
    }
    return 0;
  }
}
