package dev.whetstone.task.solver;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Follows one thing backwards, from who is asked about to who had it first. */
final class SwapSolver implements Solver {
  private static final String STATES = "\\w{1,30} (?:holds|stands at|plays) the \\w{1,30}";
  private static final String SWAPS =
      "\\w{1,30} and \\w{1,30} (?:swap their objects|change places|trade parts)\\.\\n";
  private static final Pattern QUESTION =
      Pattern.compile(
          "(\\d{1,2}) people each [\\w ]{1,60}: ("
              + STATES
              + "(?:, "
              + STATES
              + "){1,30})\\. Then, one after the other:\\n((?:"
              + SWAPS
              + "){1,100})(?:Which|At which) [\\w ]{1,30} does (\\w{1,30}) (?:hold|stand|play) at"
              + " the end\\? Answer with the \\w{1,30} alone\\.");
  private static final Pattern STATE =
      Pattern.compile("(\\w+) (?:holds|stands at|plays) the (\\w+)");
  private static final Pattern SWAP = Pattern.compile("(?m)^(\\w+) and (\\w+) ");

  @Override
  public String way() {
    return "one thing followed backwards, where the family follows all forwards";
  }

  @Override
  public Optional<Solved> solve(String question, Effort effort) {
    Matcher asked = QUESTION.matcher(question);
    if (!asked.matches()) return Optional.empty();
    Map<String, String> start = new LinkedHashMap<>();
    List<MatchResult> states = STATE.matcher(asked.group(2)).results().toList();
    for (MatchResult state : states) start.put(state.group(1), state.group(2));
    List<MatchResult> swaps = SWAP.matcher(asked.group(3)).results().toList();
    boolean known =
        start.size() == states.size()
            && asked.group(1).equals(Integer.toString(states.size()))
            && swaps.stream()
                .allMatch(s -> start.containsKey(s.group(1)) && start.containsKey(s.group(2)));
    String person = first(asked.group(4), swaps);
    if (!known || !start.containsKey(person)) return Optional.empty();
    return Optional.of(Solved.choice(start.get(person), List.copyOf(start.values())));
  }

  private static String first(String asked, List<MatchResult> swaps) {
    String person = asked;
    for (MatchResult swap : swaps.reversed())
      if (person.equals(swap.group(1))) person = swap.group(2);
      else if (person.equals(swap.group(2))) person = swap.group(1);
    return person;
  }
}
