package dev.whetstone.model.wide;

import dev.whetstone.model.Derivation;
import dev.whetstone.model.equation.Equation;
import dev.whetstone.model.equation.Equations;
import dev.whetstone.model.equation.Inference;
import dev.whetstone.model.equation.Truth;
import dev.whetstone.model.wide.note.StepNotes;
import dev.whetstone.model.wide.template.Template;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What can be seen of a step without understanding it: its n-grams of words and digits, where its
 * numbers come from, whether its equations hold, its place and lengths, and what it is to what
 * stands before it; and what is noted of it beside its template.
 */
public final class StepFeatures {
  private final int[] places;
  private final float[] values;
  private int size;

  private StepFeatures(int room) {
    places = new int[room];
    values = new float[room];
  }

  /** Of each step from the given one on. */
  public static List<Features> from(int first, Derivation solution) {
    return from(first, solution, true);
  }

  /** Without what steps, problem and equations are to each other: a floor to measure against. */
  public static List<Features> plain(int first, Derivation solution) {
    return from(first, solution, false);
  }

  /**
   * Of each step of a tree, in its order; what stands before several steps is read once.
   *
   * @param parents of each step: an earlier one, or -1
   */
  public static List<Features> ofTree(String problem, List<Integer> parents, List<String> steps) {
    List<Features> rows = new ArrayList<>();
    ofTree(problem, parents, steps, rows::add);
    return rows;
  }

  /** The same, one by one: all at once are many times as large as their texts. */
  public static void ofTree(
      String problem, List<Integer> parents, List<String> steps, Consumer<Features> each) {
    Contexts contexts = new Contexts(new Context(problem, true), parents);
    for (int i = 0; i < steps.size(); i++) {
      StepText step = contexts.of(i).read(steps.get(i));
      each.accept(of(step, contexts.of(i), true));
      contexts.add(i, step);
    }
  }

  private static List<Features> from(int first, Derivation solution, boolean related) {
    Context context = new Context(solution.problem(), related);
    List<Features> rows = new ArrayList<>();
    for (String text : solution.steps()) {
      StepText step = context.read(text);
      if (context.steps() >= first) rows.add(of(step, context, related));
      context.add(step);
    }
    return rows;
  }

  private static Features of(StepText step, Context context, boolean related) {
    List<Equation> equations = Equations.in(step.text());
    StepFeatures features = new StepFeatures(3 * step.words().size() + 32);
    features.ngrams(step.words().texts());
    features.numbers(step.words().numbers(), context);
    features.equations(equations);
    features.extent(step, context);
    if (!related || !Template.reads(step.text())) return features.row(StepNotes.none());
    List<Inference> inferences = context.inferences(step);
    context.relations(step, inferences).forEach(features::one);
    return features.row(StepNotes.of(step.template(), context.past(), equations, inferences));
  }

  private Features row(StepNotes noted) {
    return new Features(
        Arrays.copyOf(places, size),
        Arrays.copyOf(values, size),
        Arrays.stream(noted.marks()).map(StepFeatures::mark).toArray(),
        Arrays.stream(noted.notes()).map(StepFeatures::note).toArray());
  }

  private void ngrams(List<String> tokens) {
    float each = (float) (1 / Math.sqrt(3.0 * tokens.size()));
    for (int start = 0; start < tokens.size(); start++) {
      int hash = 17;
      for (int n = 0; n < 3 && start + n < tokens.size(); n++) {
        hash = hash * 1_000_003 + tokens.get(start + n).hashCode();
        add(hash, 3 * each);
      }
    }
  }

  private void numbers(Set<String> numbers, Context context) {
    int given = 0;
    int found = 0;
    for (String number : numbers)
      if (context.isGiven(number)) given++;
      else if (context.isFound(number)) found++;
    int unknown = numbers.size() - given - found;
    share("given", given, numbers.size());
    share("found", found, numbers.size());
    share("new", unknown, numbers.size());
    one("new numbers", Math.min(6, unknown));
  }

  private void equations(List<Equation> equations) {
    for (Truth truth : Truth.values())
      one(
          truth.name(),
          (int) Math.min(3, equations.stream().filter(e -> e.truth() == truth).count()));
  }

  private void extent(StepText step, Context context) {
    one("bias", 0);
    one("index", Math.min(30, context.steps()));
    one("log index", logarithm(context.steps()));
    one("tokens", logarithm(step.words().size()));
    one("problem", logarithm(context.length()));
    one("repeated", context.has(step.text()) ? 1 : 0);
  }

  private void share(String name, int count, int of) {
    one(name, of == 0 ? -1 : (int) Math.round(4.0 * count / of));
  }

  static int logarithm(int length) {
    return (int) Math.round(2 * Math.log(length + 1));
  }

  private void one(String name, int bin) {
    add(31 * name.hashCode() + bin + 0x5bd1e995, 1);
  }

  private void add(int hash, float value) {
    places[size] = place(hash);
    values[size++] = value;
  }

  private static int place(int hash) {
    int mixed = hash * 0x9E3779B9;
    return (mixed ^ (mixed >>> 15)) & (LogisticRegression.SURFACE - 1);
  }

  private static int mark(int hash) {
    return LogisticRegression.SURFACE + (hash & (LogisticRegression.MARKS - 1));
  }

  private static int note(int hash) {
    int first = LogisticRegression.SURFACE + LogisticRegression.MARKS;
    return first + (hash & (LogisticRegression.NOTES - 1));
  }
}
