package dev.whetstone.curriculum;

import dev.whetstone.curriculum.difficulty.DifficultyModel;
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
  private final DifficultyModel difficulty;

  private CurriculumState(
      Curriculum curriculum,
      long lessons,
      Map<String, Family> families,
      DifficultyModel difficulty) {
    this.curriculum = curriculum;
    this.lessons = lessons;
    this.families = Collections.unmodifiableMap(families);
    this.difficulty = difficulty;
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
    return new CurriculumState(curriculum, 0, families, DifficultyModel.START);
  }

  /**
   * The state that {@link #lessons}, {@link #cells}, {@link #reach} and {@link #difficulty} were
   * read from, the lists in any order.
   *
   * @throws IllegalArgumentException naming a family or levels that the curriculum does not allow
   */
  public static CurriculumState restore(
      Curriculum curriculum,
      Map<String, Reliability> verifiers,
      long lessons,
      List<CellState> cells,
      List<Reach> reach,
      DifficultyModel difficulty) {
    CurriculumState start = start(curriculum, verifiers);
    Map<String, Family> families = new LinkedHashMap<>(start.families);
    for (Reach at : reach) families.put(at.family(), start.family(at.family()).at(at.levels()));
    for (CellState cell : cells) {
      if (cell.lastLesson() > lessons) throw new IllegalArgumentException(cell + " is ahead");
      start.family(cell.cell().family());
      families.computeIfPresent(cell.cell().family(), (name, family) -> family.with(cell));
    }
    return new CurriculumState(curriculum, lessons, families, difficulty);
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
    Levels levels = lesson.cell().levels();
    CellState known = before.cell(levels);
    CellState cell = known.after(lesson, lessons + 1, learning);
    Family taught = before.with(cell);
    Optional<Move> move = new Evidence(taught, cell, learning).move(lessons + 1);
    Family moved = move.map(taught::after).orElse(taught);
    Map<String, Family> changed = new LinkedHashMap<>(families);
    changed.put(moved.range().name(), moved);
    DifficultyModel foretold =
        difficulty.after(
            lesson.cell().family(), levels, before.verifier(), lesson.share(), known.groups() == 0);
    return new Step(new CurriculumState(curriculum, lessons + 1, changed, foretold), cell, move);
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
    for (Family family : families.values())
      options.addAll(family.options(lessons, group, difficulty));
    return Distribution.of(options, curriculum.scheduler());
  }

  /** Every cell that had a lesson, in the curriculum's order, easier before harder. */
  public List<CellState> cells() {
    return families.values().stream().flatMap(family -> family.cells().values().stream()).toList();
  }

  /** What is foretold of cells, tried or not. */
  public DifficultyModel difficulty() {
    return difficulty;
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
