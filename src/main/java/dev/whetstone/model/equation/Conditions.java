package dev.whetstone.model.equation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The linear and quadratic equations in one unknown that a derivation has stated so far. */
public final class Conditions {
  /** How many are kept, the latest. */
  private static final int MAX_CONDITIONS = 64;

  private static final int MAX_RELATIONS = 500;
  private static final Convention USUAL = new Convention(false, false, false);

  private record Stated(int start, int end, Condition condition) {}

  private final List<Condition> all;

  private Conditions(List<Condition> all) {
    this.all = List.copyOf(all.subList(Math.max(0, all.size() - MAX_CONDITIONS), all.size()));
  }

  public static Conditions none() {
    return new Conditions(List.of());
  }

  /** These, and those of one more text. */
  public Conditions then(String text) {
    List<Condition> more = new ArrayList<>(all);
    for (Stated stated : stated(text)) more.add(stated.condition);
    return new Conditions(more);
  }

  /** What the equations of the next step are to these and to each other, in its order. */
  public List<Inference> inferences(String step) {
    List<Condition> earlier = new ArrayList<>(all);
    List<Inference> inferences = new ArrayList<>();
    for (Stated stated : stated(step)) {
      consequence(stated.condition, earlier)
          .ifPresent(c -> inferences.add(new Inference(stated.start, stated.end, c)));
      earlier.add(stated.condition);
    }
    return List.copyOf(inferences);
  }

  private static Optional<Consequence> consequence(Condition condition, List<Condition> earlier) {
    List<Condition> same =
        earlier.stream().filter(c -> c.unknown().equals(condition.unknown())).toList();
    if (same.isEmpty()) return Optional.empty();
    return Optional.of(
        same.stream().anyMatch(condition::impliesOrFollows)
            ? Consequence.SAME_SOLUTIONS
            : Consequence.OTHER_SOLUTIONS);
  }

  private static List<Stated> stated(String text) {
    List<Lexeme> flow = Phrases.settle(Lexer.split(text).getFirst());
    List<Stated> found = new ArrayList<>();
    int relations = 0;
    for (int i = 0; i < flow.size() && relations < MAX_RELATIONS; i++)
      if (flow.get(i).is(Kind.RELATION)) {
        relations++;
        if (flow.get(i).text().equals("=")) stated(flow, i).ifPresent(found::add);
      }
    return found;
  }

  /** An equation that is no link of a chain: what stands in a chain is mostly no condition. */
  private static Optional<Stated> stated(List<Lexeme> flow, int relation) {
    Sides sides = new Sides(flow);
    List<Side> lefts = sides.left(relation);
    List<Side> rights = sides.right(relation);
    if (lefts.isEmpty() || rights.isEmpty()) return Optional.empty();
    Side left = lefts.getFirst();
    Side right = rights.getFirst();
    if (isRelation(flow, left.start() - 1) || isRelation(flow, right.end()))
      return Optional.empty();
    int start = flow.get(left.start()).start();
    int end = flow.get(right.end() - 1).end();
    return condition(left, right).map(c -> new Stated(start, end, c));
  }

  private static boolean isRelation(List<Lexeme> flow, int at) {
    return at >= 0 && at < flow.size() && flow.get(at).is(Kind.RELATION);
  }

  private static Optional<Condition> condition(Side left, Side right) {
    try {
      return Condition.of(Parser.parse(left.plain(), USUAL), Parser.parse(right.plain(), USUAL));
    } catch (NotUnderstood _) {
      return Optional.empty();
    }
  }
}
