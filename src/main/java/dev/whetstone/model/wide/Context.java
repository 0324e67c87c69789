package dev.whetstone.model.wide;

import dev.whetstone.model.equation.Conditions;
import dev.whetstone.model.equation.Consequence;
import dev.whetstone.model.equation.Inference;
import dev.whetstone.model.wide.note.Past;
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

  private final Problem problem;
  private final boolean related;
  private final Set<String> found = new HashSet<>();
  private final Set<String> texts = new HashSet<>();
  private final List<Set<String>> latest = new ArrayList<>();
  private final Past past;
  private Conditions conditions;
  private int steps;

  /**
   * What a problem is to all its steps.
   *
   * @param distinct its words, each once
   * @param size as {@link #size} says
   * @param commands how many, about
   */
  private record Problem(
      int length, Set<String> numbers, Set<String> distinct, double size, int commands) {
    static Problem of(String text) {
      Words words = Words.of(text);
      Set<String> distinct = new HashSet<>(words.texts());
      int commands = StepFeatures.logarithm(count(text, '\\'));
      return new Problem(text.length(), words.numbers(), distinct, Context.size(words), commands);
    }
  }

  /**
   * @param related whether {@link #relations} will be asked for
   */
  Context(String problem, boolean related) {
    this.problem = Problem.of(problem);
    this.related = related;
    past = new Past(related ? problem : "");
    conditions = related ? Conditions.none().then(problem) : Conditions.none();
  }

  private Context(Context context) {
    problem = context.problem;
    related = context.related;
    found.addAll(context.found);
    texts.addAll(context.texts);
    latest.addAll(context.latest);
    past = context.past.copy();
    conditions = context.conditions;
    steps = context.steps;
  }

  /** One that goes its own way from here. */
  Context copy() {
    return new Context(this);
  }

  StepText read(String step) {
    Words words = Words.of(step);
    Set<String> distinct = related ? new HashSet<>(words.texts()) : Set.of();
    return new StepText(step, words, distinct, past.template(related ? step : ""));
  }

  void add(StepText step) {
    steps++;
    texts.add(step.text());
    found.addAll(step.words().numbers());
    if (!related) return;
    conditions = conditions.then(step.text());
    past.add(step.template());
    if (latest.size() == LIKENED) latest.removeFirst();
    latest.add(step.distinct());
  }

  Past past() {
    return past;
  }

  List<Inference> inferences(StepText step) {
    return conditions.inferences(step.text());
  }

  /** Characters of the problem. */
  int length() {
    return problem.length;
  }

  int steps() {
    return steps;
  }

  boolean has(String step) {
    return texts.contains(step);
  }

  boolean isGiven(String number) {
    return problem.numbers.contains(number);
  }

  boolean isFound(String number) {
    return found.contains(number);
  }

  /** Named bins. */
  Map<String, Integer> relations(StepText step, List<Inference> inferences) {
    Map<String, Integer> bins = new LinkedHashMap<>();
    bins.put("same solutions", count(inferences, Consequence.SAME_SOLUTIONS));
    bins.put("other solutions", count(inferences, Consequence.OTHER_SOLUTIONS));
    bins.put("likeness", (int) (8 * likeness(step.distinct())));
    bins.put("of the problem", (int) (6 * contained(step.distinct(), problem.distinct)));
    double size = size(step.words());
    bins.put("size", (int) Math.round(2 * size));
    bins.put("growth", (int) Math.round(size - problem.size));
    bins.put("relations", Math.min(8, count(step.text(), '=')));
    bins.put("commands", Math.min(8, StepFeatures.logarithm(count(step.text(), '\\'))));
    bins.put("commands of the problem", problem.commands);
    return bins;
  }

  private static int count(List<Inference> inferences, Consequence consequence) {
    return (int)
        Math.min(2, inferences.stream().filter(i -> i.consequence() == consequence).count());
  }

  private static int count(String text, char sign) {
    int count = 0;
    for (int at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) count++;
    return count;
  }

  private double likeness(Set<String> words) {
    double most = 0;
    for (Set<String> earlier : latest) most = Math.max(most, jaccard(words, earlier));
    return most;
  }

  private static double jaccard(Set<String> a, Set<String> b) {
    double shared = shared(a, b);
    return shared / Math.max(1, a.size() + b.size() - shared);
  }

  private static double contained(Set<String> part, Set<String> whole) {
    return shared(part, whole) / Math.max(1.0, part.size());
  }

  private static int shared(Set<String> a, Set<String> b) {
    if (a.size() > b.size()) return shared(b, a);
    int shared = 0;
    for (String word : a) if (b.contains(word)) shared++;
    return shared;
  }

  /** The common logarithm of one more than the largest number. */
  private static double size(Words words) {
    double largest = words.numbers().stream().mapToDouble(Double::parseDouble).max().orElse(0);
    return Math.min(40, Math.log10(1 + largest));
  }
}
