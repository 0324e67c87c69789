package dev.whetstone.benchmark.report;

import dev.whetstone.benchmark.Judged;
import dev.whetstone.benchmark.Steps;
import dev.whetstone.benchmark.Steps.Step;
import dev.whetstone.benchmark.label.Labelled;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A step on which a verifier was sure and its label says otherwise.
 *
 * @param step its number, from 1
 * @param score P(step is right), as judged
 * @param right as labelled
 * @param problem the beginning of the problem's text
 * @param text the beginning of the step's text
 */
public record Mistake(
    String set, String id, int step, double score, boolean right, String problem, String text) {
  private static final int LONGEST_QUOTE = 700;

  /** So many wrong steps scored highest, then as many right ones scored lowest: one a problem. */
  static List<Mistake> most(int count, Steps steps) {
    Comparator<Step> byScore = Comparator.comparingDouble(Step::score);
    List<Mistake> mistakes = new ArrayList<>();
    mistakes.addAll(
        some(
            count,
            steps.list().stream().filter(s -> !s.right()).sorted(byScore.reversed()).toList()));
    mistakes.addAll(
        some(count, steps.list().stream().filter(Step::right).sorted(byScore).toList()));
    return mistakes;
  }

  private static List<Mistake> some(int count, List<Step> steps) {
    Set<String> problems = new HashSet<>();
    return steps.stream()
        .filter(step -> problems.add(Judged.problem(step.judged().item())))
        .limit(count)
        .map(Mistake::of)
        .toList();
  }

  private static Mistake of(Step step) {
    Labelled item = step.judged().item();
    return new Mistake(
        item.set(),
        item.id(),
        step.index() + 1,
        step.score(),
        step.right(),
        cut(item.solution().problem()),
        cut(step.text()));
  }

  private static String cut(String text) {
    String kept = text.replace("\0", "");
    if (kept.length() <= LONGEST_QUOTE) return kept;
    int end =
        Character.isHighSurrogate(kept.charAt(LONGEST_QUOTE - 1))
            ? LONGEST_QUOTE - 1
            : LONGEST_QUOTE;
    return kept.substring(0, end) + " …";
  }
}
