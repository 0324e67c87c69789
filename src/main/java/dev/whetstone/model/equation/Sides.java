package dev.whetstone.model.equation;

import java.util.ArrayList;
import java.util.List;

/** Finds the expressions on both sides of a relation; where a border is in doubt, several. */
final class Sides {
  private static final int MAX_LEXEMES = 240;
  private static final int MAX_READINGS = 4;

  private final List<Lexeme> flow;

  Sides(List<Lexeme> flow) {
    this.flow = flow;
  }

  /** The longest first; empty if there is none. */
  List<Side> left(int relation) {
    int end = relation;
    if (end > 1 && flow.get(end - 1).is(Kind.LINE)) end--;
    int start = end;
    while (start > 0 && !flow.get(start - 1).kind().separates()) start--;
    if (start == end || end - start > MAX_LEXEMES || continues(start)) return List.of();
    List<Side> sides = new ArrayList<>();
    for (int from : starts(start, end)) sides.add(Side.of(flow, from, end));
    return sides;
  }

  /** {@code the fish + 5 = 8}: a part of the left side is in words. */
  private boolean continues(int start) {
    boolean sign = flow.get(start).is(Kind.PLUS) || flow.get(start).is(Kind.MINUS);
    return sign && start > 0 && flow.get(start - 1).is(Kind.WORD) && spaced(start);
  }

  private boolean spaced(int at) {
    return flow.get(at).end() < flow.get(at + 1).start();
  }

  /** The longest first; empty if there is none. */
  List<Side> right(int relation) {
    int start = relation + 1;
    if (start < flow.size() && flow.get(start).is(Kind.ABOUT)) start++;
    int end = balanced(start);
    if (start == end || end - start > MAX_LEXEMES) return List.of();
    List<Side> sides = new ArrayList<>(List.of(Side.of(flow, start, end)));
    for (int i = end - 1; i > start && sides.size() < MAX_READINGS; i--)
      if (mayEnd(i, end)) sides.add(Side.of(flow, start, i));
    return sides;
  }

  /** Before a dash or a sum behind a unit, before {@code of}, before a mark of exclamation. */
  private boolean mayEnd(int at, int end) {
    Lexeme here = flow.get(at);
    return switch (here.kind()) {
      case PLUS, MINUS -> flow.get(at - 1).is(Kind.UNIT);
      case TIMES -> here.text().equals("of");
      case FACTORIAL -> at == end - 1;
      default -> false;
    };
  }

  /** Where the expression from {@code start} ends: before a separator or a bracket not its own. */
  private int balanced(int start) {
    int open = 0;
    int end = start;
    while (end < flow.size() && !flow.get(end).kind().separates()) {
      if (flow.get(end).is(Kind.OPEN)) open++;
      if (flow.get(end).is(Kind.CLOSE) && --open < 0) break;
      end++;
    }
    return end;
  }

  private List<Integer> starts(int start, int end) {
    int open = lastOpen(start, end);
    List<Integer> starts = new ArrayList<>(List.of(open >= 0 ? open + 1 : start));
    for (int i = starts.getFirst(); i < end - 1 && starts.size() < MAX_READINGS; i++) {
      boolean dash = flow.get(i).is(Kind.MINUS) || flow.get(i).is(Kind.PLUS);
      if (dash && spaced(i) && (i == start || flow.get(i - 1).is(Kind.UNIT))) starts.add(i + 1);
    }
    return starts;
  }

  /** The innermost bracket that stays open, unless it opens an argument; -1 if there is none. */
  private int lastOpen(int start, int end) {
    int closed = 0;
    for (int i = end - 1; i >= start; i--) {
      if (flow.get(i).is(Kind.CLOSE)) closed++;
      if (flow.get(i).is(Kind.OPEN) && --closed < 0) return opensArgument(i, start) ? -1 : i;
    }
    return -1;
  }

  private boolean opensArgument(int open, int start) {
    if (open == start) return false;
    Lexeme before = flow.get(open - 1);
    return switch (before.kind()) {
      case NUMBER, UNIT, CLOSE -> before.end() == flow.get(open).start();
      default -> true;
    };
  }
}
