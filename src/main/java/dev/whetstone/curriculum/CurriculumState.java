package dev.whetstone.curriculum;

import dev.whetstone.task.Levels;
import dev.whetstone.verify.Reliability;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run has learned about its curriculum: immutable, a fold over lessons in their order. The
 * same lessons, or a state exported and restored, give the same bits.
 */
public final class CurriculumState {
  private final Curriculum curriculum;
  private final long lessons;
  private final Map<String, Family> families;

  private CurriculumState(Curriculum curriculum, long lessons, Map<String, Family> families) {
    this.curriculum = curriculum;
    this.lessons = lessons;
    this.families = Collections.unmodifiableMap(families);
  }

  /**
   * Before the first lesson.
   *
   * @param verifiers by family name; a family left out has an exact check
   */
  public static CurriculumState start(Curriculum curriculum, Map<String, Reliability> verifiers) {
    Map<String, Family> families = new LinkedHashMap<>();
    for (FamilyRange range : curriculum.families()) {
      Reliability verifier = verifiers.getOrDefault(range.name(), Reliability.EXACT);
      families.put(range.name(), Family.start(range, verifier));
    }
    return new CurriculumState(curriculum, 0, families);
  }

  /**
   * The state that {@link #lessons}, {@link #cells} and {@link #reach} were read from, the lists in
   * any order.
   *
   * @throws IllegalArgumentException naming a family or levels that the curriculum does not allow
   */
  public static CurriculumState restore(
      Curriculum curriculum,
      Map<String, Reliability> verifiers,
      long lessons,
      List<CellState> cells,
      List<Reach> reach) {
    CurriculumState start = start(curriculum, verifiers);
    Map<String, Family> families = new LinkedHashMap<>(start.families);
    for (Reach at : reach) families.put(at.family(), start.family(at.family()).at(at.levels()));
    for (CellState cell : cells) {
      if (cell.lastLesson() > lessons) throw new IllegalArgumentException(cell + " is ahead");
      start.family(cell.cell().family());
      families.computeIfPresent(cell.cell().family(), (name, family) -> family.with(cell));
    }
    return new CurriculumState(curriculum, lessons, families);
  }

  /** How many lessons were learned; the next one has this number plus 1. */
  public long lessons() {
    return lessons;
  }

  public Curriculum curriculum() {
    return curriculum;
  }

  /**
   * Learns one group.
   *
   * @throws IllegalArgumentException if the curriculum does not allow its cell
   */
  public Step learn(Lesson lesson) {
    Family before = family(lesson.cell().family());
    Learning learning = curriculum.learning();
    CellState cell = before.cell(lesson.cell().levels()).after(lesson, lessons + 1, learning);
    Family known = before.with(cell);
    Optional<Move> move = new Evidence(known, cell, learning).move(lessons + 1);
    Family moved = move.map(known::after).orElse(known);
    Map<String, Family> changed = new LinkedHashMap<>(families);
    changed.put(moved.range().name(), moved);
    return new Step(new CurriculumState(curriculum, lessons + 1, changed), cell, move);
  }

  private Family family(String name) {
    Family family = families.get(name);
    if (family == null) throw new IllegalArgumentException("not in the curriculum: " + name);
    return family;
  }

  /**
   * The exact probability of every cell that may be asked now.
   *
   * @param group rollouts to each task
   */
  public Distribution distribution(int group) {
    List<Option> options = new ArrayList<>();
    for (Family family : families.values()) options.addAll(family.options(lessons, group));
    return Distribution.of(options, curriculum.scheduler());
  }

  /** Every cell that had a lesson, in the curriculum's order, easier before harder. */
  public List<CellState> cells() {
    return families.values().stream().flatMap(family -> family.cells().values().stream()).toList();
  }

  /** Where each family stands, in the curriculum's order. */
  public List<Reach> reach() {
    return families.values().stream()
        .map(family -> new Reach(family.range().name(), family.reach()))
        .toList();
  }

  /** Where this family stands. */
  public Levels reach(String family) {
    return family(family).reach();
  }
}
