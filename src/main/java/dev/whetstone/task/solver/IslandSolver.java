package dev.whetstone.task.solver;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rewrites each statement's text, from inside out, to the set of assignments that make it true. */
final class IslandSolver implements Solver {
  private static final int MAX_PEOPLE = 8;
  private static final Pattern QUESTION =
      Pattern.compile(
          "On an island everyone is either a knight, who always tells the truth, or a knave, who"
              + " always lies\\.\\n((?:\\w{1,30}: \"[\\w (),.']{1,1000}\\.\"\\n){1,"
              + MAX_PEOPLE
              + "})\\('Or' allows both; [^\\n]{1,200}\\)\\nOnly one assignment of knights and knaves"
              + " fits\\. Which\\? Give everyone's on one line, in the form: X is a knight, Y is a"
              + " knave, \\.\\.\\.");
  private static final Pattern SAID = Pattern.compile("(?m)^(\\w+): \"(.*)\\.\"$");
  private static final Pattern ROLE =
      Pattern.compile("(\\w{1,30}) (?:is|was) a (knight|knave)|(\\w{1,30}): (knight|knave)");

  @Override
  public String way() {
    return "every assignment tried on the printed statements, rewritten to true or false";
  }

  @Override
  public Optional<Solved> solve(String question, Effort effort) {
    Matcher asked = QUESTION.matcher(question);
    if (!asked.matches()) return Optional.empty();
    Map<String, String> said = new LinkedHashMap<>();
    Matcher statements = SAID.matcher(asked.group(1));
    while (statements.find())
      if (said.put(statements.group(1), statements.group(2)) != null) return Optional.empty();
    List<String> names = List.copyOf(said.keySet());
    BitSet fitting = all(names.size());
    for (String name : names) {
      Optional<BitSet> truth = new IslandStatement(names, name, effort).truth(said.get(name));
      if (truth.isEmpty()) return Optional.empty();
      BitSet differs = knights(names.indexOf(name), names.size());
      differs.xor(truth.get());
      fitting.andNot(differs);
    }
    if (fitting.cardinality() != 1)
      return Optional.of(fitting.isEmpty() ? Solved.none() : Solved.several());
    Map<String, Boolean> truth = roles(names, fitting.nextSetBit(0));
    return Optional.of(Solved.witness(answer -> roles(answer).equals(truth)));
  }

  /** Every assignment of this many people: its bits are the knaves. */
  static BitSet all(int people) {
    BitSet all = new BitSet();
    all.set(0, 1 << people);
    return all;
  }

  /** The assignments in which this person is a knight. */
  static BitSet knights(int person, int people) {
    BitSet knights = new BitSet();
    for (int world = 0; world < 1 << people; world++)
      if ((world >> person & 1) == 0) knights.set(world);
    return knights;
  }

  private static Map<String, Boolean> roles(List<String> names, int world) {
    Map<String, Boolean> roles = new TreeMap<>();
    for (int i = 0; i < names.size(); i++) roles.put(names.get(i), (world >> i & 1) == 0);
    return roles;
  }

  private static Map<String, Boolean> roles(String answer) {
    Map<String, Boolean> roles = new TreeMap<>();
    Matcher role = ROLE.matcher(answer);
    while (role.find()) {
      boolean is = role.group(1) != null;
      roles.put(role.group(is ? 1 : 3), role.group(is ? 2 : 4).equals("knight"));
    }
    return roles;
  }
}
