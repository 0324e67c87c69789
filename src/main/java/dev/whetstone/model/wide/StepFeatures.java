package dev.whetstone.model.wide;

import dev.whetstone.model.Derivation;
import dev.whetstone.model.equation.Equation;
import dev.whetstone.model.equation.Equations;
import dev.whetstone.model.equation.Inference;
import dev.whetstone.model.equation.Truth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

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
   * Of each step of a tree; what stands before several steps is read once.
   *
   * @param parents of each step: an earlier one, or -1
   */
  public static List<Features> ofTree(String problem, List<Integer> parents, List<String> steps) {
    int[] last = new int[steps.size() + 1];
    for (int i = 0; i < steps.size(); i++) last[parents.get(i) + 1] = i;
    Context[] behind = new Context[steps.size() + 1];
    behind[0] = new Context(problem, true);
    List<Features> rows = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      int parent = parents.get(i) + 1;
      Context context = behind[parent];
      StepText step = context.read(steps.get(i));
      rows.add(of(step, context, true));
      if (last[i + 1] > 0) {
        behind[i + 1] = last[parent] == i ? context : context.copy();
        behind[i + 1].add(step);
      }
      if (last[parent] == i) behind[parent] = null;
    }
    return rows;
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
    Words words = step.words();
    List<Equation> equations = Equations.in(step.text());
    StepFeatures features = new StepFeatures(3 * words.size() + 32);
    features.ngrams(words.texts());
    features.numbers(words.numbers(), context);
    features.equations(equations);
    features.one("bias", 0);
    features.one("index", Math.min(30, context.steps()));
    features.one("log index", logarithm(context.steps()));
    features.one("tokens", logarithm(words.size()));
    features.one("problem", logarithm(context.problem().length()));
    features.one("repeated", context.has(step.text()) ? 1 : 0);
    List<Inference> inferences = related ? context.inferences(step) : List.of();
    if (related) context.relations(step, inferences).forEach(features::one);
    return new Features(
        Arrays.copyOf(features.places, features.size),
        Arrays.copyOf(features.values, features.size),
        related ? TemplateNotes.marks(step.template(), context.past()) : new int[0],
        related
            ? TemplateNotes.of(step.template(), context.past(), equations, inferences)
            : new int[0]);
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
    int given = (int) numbers.stream().filter(context::isGiven).count();
    int known =
        (int) numbers.stream().filter(n -> context.isGiven(n) || context.isFound(n)).count();
    share("given", given, numbers.size());
    share("found", known - given, numbers.size());
    share("new", numbers.size() - known, numbers.size());
    one("new numbers", Math.min(6, numbers.size() - known));
  }

  private void equations(List<Equation> equations) {
    for (Truth truth : Truth.values())
      one(
          truth.name(),
          (int) Math.min(3, equations.stream().filter(e -> e.truth() == truth).count()));
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
    int mixed = hash * 0x9E3779B9;
    places[size] = (mixed ^ (mixed >>> 15)) & (LogisticRegression.SURFACE - 1);
    values[size++] = value;
  }
}
