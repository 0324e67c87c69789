package dev.whetstone.model.wide;

import dev.whetstone.model.equation.Conditions;
import dev.whetstone.model.equation.Consequence;
import dev.whetstone.model.equation.Inference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What stands before a step, and what the step is to it. */
final class Context {
  /** Earlier steps that a step is likened to, the latest. */
  private static final int LIKENED = 32;

  private final String problem;
  private final Words given;
  private final boolean related;
  private final Set<String> found = new HashSet<>();
  private final Set<String> texts = new HashSet<>();
  private final List<Set<String>> latest = new ArrayList<>();
  private Conditions conditions;
  private final Past past;
  private int steps;

  /**
   * @param related whether {@link #relations} will be asked for
   */
  Context(String problem, boolean related) {
    this.problem = problem;
    this.related = related;
    given = Words.of(problem);
    past = new Past(related ? problem : "");
    conditions = related ? Conditions.none().then(problem) : Conditions.none();
  }

  private Context(Context context) {
    problem = context.problem;
    given = context.given;
    related = context.related;
    found.addAll(context.found);
    texts.addAll(context.texts);
    latest.addAll(context.latest);
    conditions = context.conditions;
    past = context.past.copy();
    steps = context.steps;
  }

  /** One that goes its own way from here. */
  Context copy() {
    return new Context(this);
  }

  StepText read(String step) {
    return new StepText(step, Words.of(step), Template.of(related ? step : "", past.vocabulary()));
  }

  void add(StepText step) {
    steps++;
    texts.add(step.text());
    found.addAll(step.words().numbers());
    if (!related) return;
    conditions = conditions.then(step.text());
    past.add(step.template());
    if (latest.size() == LIKENED) latest.removeFirst();
    latest.add(Set.copyOf(step.words().texts()));
  }

  Past past() {
    return past;
  }

  List<Inference> inferences(StepText step) {
    return conditions.inferences(step.text());
  }

  String problem() {
    return problem;
  }

  int steps() {
    return steps;
  }

  boolean has(String step) {
    return texts.contains(step);
  }

  boolean isGiven(String number) {
    return given.numbers().contains(number);
  }

  boolean isFound(String number) {
    return found.contains(number);
  }

  /** Named bins. */
  Map<String, Integer> relations(StepText step, List<Inference> inferences) {
    Words words = step.words();
    Map<String, Integer> bins = new LinkedHashMap<>();
    bins.put("same solutions", count(inferences, Consequence.SAME_SOLUTIONS));
    bins.put("other solutions", count(inferences, Consequence.OTHER_SOLUTIONS));
    Set<String> own = Set.copyOf(words.texts());
    bins.put(
        "likeness", (int) (8 * latest.stream().mapToDouble(l -> jaccard(own, l)).max().orElse(0)));
    bins.put("of the problem", (int) (6 * contained(own, Set.copyOf(given.texts()))));
    double size = size(words);
    bins.put("size", (int) Math.round(2 * size));
    bins.put("growth", (int) Math.round(size - size(given)));
    bins.put("relations", Math.min(8, count(step.text(), '=')));
    bins.put("commands", Math.min(8, StepFeatures.logarithm(count(step.text(), '\\'))));
    bins.put("commands of the problem", StepFeatures.logarithm(count(problem, '\\')));
    return bins;
  }

  private static int count(List<Inference> inferences, Consequence consequence) {
    return (int)
        Math.min(2, inferences.stream().filter(i -> i.consequence() == consequence).count());
  }

  private static int count(String text, char sign) {
    return (int) text.chars().filter(c -> c == sign).count();
  }

  private static double jaccard(Set<String> a, Set<String> b) {
    double shared = a.stream().filter(b::contains).count();
    return shared / Math.max(1, a.size() + b.size() - shared);
  }

  private static double contained(Set<String> part, Set<String> whole) {
    return part.stream().filter(whole::contains).count() / Math.max(1.0, part.size());
  }

  /** The common logarithm of one more than the largest number. */
  private static double size(Words words) {
    double largest = words.numbers().stream().mapToDouble(Double::parseDouble).max().orElse(0);
    return Math.min(40, Math.log10(1 + largest));
  }
}
