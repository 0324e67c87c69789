package dev.whetstone.task.solver;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One speaker's statement, of which each part read stands as a number, {@code <7>}. */
final class IslandStatement {
  private static final int MAX_PARENTHESES = 100;
  private static final String PART = "<(\\d{1,4})>";
  private static final Pattern PARTS = Pattern.compile(PART);
  private static final Pattern INNERMOST = Pattern.compile("\\(([^()]*+)\\)");
  private static final Pattern ROLE =
      Pattern.compile("\\b(\\w{1,30}) (?:is|am) a (knight|knave)\\b");
  private static final Pattern NOT = Pattern.compile("[Ii]t is not the case that " + PART);
  private static final Pattern SAME = Pattern.compile(PART + " if and only if " + PART);
  private static final Pattern IF = Pattern.compile("[Ii]f " + PART + " then " + PART);
  private static final Pattern OR = Pattern.compile(PART + "(?:(?:,| or|, or) " + PART + ")+");
  private static final Pattern AND = Pattern.compile(PART + "(?:(?:,| and|, and) " + PART + ")+");

  /** Stands in no question. */
  private static final String UNREADABLE = "?";

  private final List<String> names;
  private final String speaker;
  private final Effort effort;
  private final List<BitSet> parts = new ArrayList<>();

  IslandStatement(List<String> names, String speaker, Effort effort) {
    this.names = names;
    this.speaker = speaker;
    this.effort = effort;
  }

  /** The assignments in which it is true; empty where it is no statement. */
  Optional<BitSet> truth(String statement) {
    String text = ROLE.matcher(statement).replaceAll(this::role);
    for (int i = 0; i < MAX_PARENTHESES && text.contains("("); i++) {
      effort.take(text.length());
      text = INNERMOST.matcher(text).replaceAll(inner -> flat(inner.group(1)));
    }
    Matcher whole = PARTS.matcher(flat(text));
    return whole.matches() ? Optional.of(part(whole)) : Optional.empty();
  }

  private String role(MatchResult role) {
    int person = names.indexOf(role.group(1).equals("I") ? speaker : role.group(1));
    if (person < 0) return UNREADABLE;
    BitSet knights = IslandSolver.knights(person, names.size());
    return keep(role.group(2).equals("knight") ? knights : not(knights));
  }

  private String flat(String text) {
    effort.take(text.length());
    List<BitSet> said =
        PARTS.matcher(text).results().map(this::part).map(p -> (BitSet) p.clone()).toList();
    if (PARTS.matcher(text).matches()) return text;
    if (NOT.matcher(text).matches()) return keep(not(said.getFirst()));
    if (SAME.matcher(text).matches()) return keep(not(joined(said, BitSet::xor)));
    if (IF.matcher(text).matches())
      return keep(joined(List.of(not(said.getFirst()), said.getLast()), BitSet::or));
    if (OR.matcher(text).matches()) return keep(joined(said, BitSet::or));
    return AND.matcher(text).matches() ? keep(joined(said, BitSet::and)) : UNREADABLE;
  }

  private BitSet part(MatchResult part) {
    return parts.get(Integer.parseInt(part.group(1)));
  }

  private String keep(BitSet part) {
    effort.take(1 << names.size());
    parts.add(part);
    return "<" + (parts.size() - 1) + ">";
  }

  private BitSet not(BitSet part) {
    BitSet not = IslandSolver.all(names.size());
    not.andNot(part);
    return not;
  }

  private static BitSet joined(List<BitSet> said, BiConsumer<BitSet, BitSet> join) {
    BitSet joined = said.getFirst();
    said.subList(1, said.size()).forEach(part -> join.accept(joined, part));
    return joined;
  }
}
