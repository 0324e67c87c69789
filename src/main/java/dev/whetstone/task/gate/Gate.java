package dev.whetstone.task.gate;

import dev.whetstone.task.Levels;
import dev.whetstone.task.Task;
import dev.whetstone.task.TaskFamily;
import dev.whetstone.task.solver.Solved;
import dev.whetstone.task.solver.Solver;
import dev.whetstone.task.solver.Solvers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Lets a proposed task through, or says which criterion it fails and why. */
public final class Gate {
  private static final int SAMPLES = 4;
  private static final Map<String, Set<String>> WORDINGS = new ConcurrentHashMap<>();

  private Gate() {}

  /** Judges one task of a family's own; a game is proved by play. */
  public static Admission judge(TaskFamily family, Task task) {
    return task.game()
        .map(game -> Playthrough.of(family.name(), task, game).stream().toList())
        .map(failures -> new Admission(failures, 0, Optional.empty()))
        .orElseGet(() -> judge(family, task.question(), task.answer()));
  }

  /**
   * Judges one text by itself; {@link Admission#against} compares it with earlier ones.
   *
   * @param answer the label to be confirmed, as the family writes it
   */
  public static Admission judge(TaskFamily family, String question, String answer) {
    Optional<Solver> solver = Solvers.of(family.name());
    if (solver.isEmpty())
      return refused(Criterion.CONFIRMED, "there is no second solver for " + family.name());
    Optional<Solved> solved = Solvers.solve(solver.get(), question);
    if (solved.isEmpty()) return refused(Criterion.READABLE, "not a question of " + family.name());
    if (solved.get().answers() == 0) return refused(Criterion.SOLVABLE, "it has no answer");
    List<Failure> failures = new ArrayList<>();
    label(solved.get(), solver.get(), answer).ifPresent(failures::add);
    leak(solved.get(), question).ifPresent(failures::add);
    return new Admission(failures, 0, solved.get().check());
  }

  /** Of one of a family's own; a game's has, line by line, what its answer is told too. */
  public static Sketch sketch(TaskFamily family, Task task) {
    List<String> told =
        task.game().stream()
            .flatMap(game -> game.after(List.of(task.answer())).said().lines())
            .toList();
    return Sketch.of(task.question(), wordingOf(family), told);
  }

  /** What a question says beyond its family's wording, to be remembered. */
  public static Sketch sketch(TaskFamily family, String question) {
    return Sketch.of(question, wordingOf(family), List.of());
  }

  private static Set<String> wordingOf(TaskFamily family) {
    return WORDINGS.computeIfAbsent(key(family), key -> wording(family));
  }

  private static String key(TaskFamily family) {
    return family.name() + "@" + family.version();
  }

  /** The shingles that two samples have in common, easy or hard. */
  private static Set<String> wording(TaskFamily family) {
    Set<String> seen = new HashSet<>();
    Set<String> common = new HashSet<>();
    for (int seed = 0; seed < SAMPLES; seed++)
      for (Levels levels :
          List.of(Levels.lowest(family.controls()), Levels.highest(family.controls()))) {
        String question = family.make(levels, new SplittableRandom(seed)).question();
        for (String shingle : Sketch.shingles(question))
          if (!seen.add(shingle)) common.add(shingle);
      }
    return Set.copyOf(common);
  }

  private static Admission refused(Criterion criterion, String why) {
    return new Admission(List.of(new Failure(criterion, why)), 0, Optional.empty());
  }

  private static Optional<Failure> label(Solved solved, Solver solver, String answer) {
    if (solved.answers() > 1)
      return Optional.of(new Failure(Criterion.UNIQUE, "it has more than one answer"));
    return solved.confirms().test(answer)
        ? Optional.empty()
        : Optional.of(
            new Failure(Criterion.CONFIRMED, "another answer was found: " + solver.way()));
  }

  private static Optional<Failure> leak(Solved solved, String question) {
    return solved.hidden().stream()
        .sorted()
        .filter(value -> stands(value, question))
        .findFirst()
        .map(value -> new Failure(Criterion.SEALED, "the text gives away " + value));
  }

  /** As a whole number or word, not as a part of one. */
  private static boolean stands(String value, String question) {
    return Pattern.compile("(?<![\\w./])" + Pattern.quote(value) + "(?![\\w/])(?!\\.\\d)")
        .matcher(question)
        .find();
  }
}
