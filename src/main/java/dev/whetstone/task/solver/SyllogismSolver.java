package dev.whetstone.task.solver;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks for a world of at most two people in which the premises hold and the conclusion does not:
 * as many as a counterexample needs.
 */
final class SyllogismSolver implements Solver {
  private static final String SENTENCE =
      "(?:All|all|Some|No|Only|Not all) \\w{1,30} are (?:not )?(?:non-)?\\w{1,30}\\.\\n";
  private static final Pattern QUESTION =
      Pattern.compile(
          "Premises:\\n((?:\\d\\. "
              + SENTENCE
              + "){1,9}Conclusion: "
              + SENTENCE
              + ")Does the"
              + " conclusion follow from the premises alone\\? 'Some' means at least one; 'all',"
              + " 'only' and 'no' do not say that there is anyone of the kind\\. Answer Yes or"
              + " No\\.");
  private static final Pattern PARTS =
      Pattern.compile(
          "(?m)^(?:\\d\\. |Conclusion: )(\\w+)( all)? (\\w+) are (not )?(non-)?(\\w+)\\.$");
  private static final int MAX_TERMS = 9;

  @Override
  public String way() {
    return "a counterexample sought among worlds of two people, where the family colours regions";
  }

  /** A sentence over a world: the kinds of people, sets of terms as bits, that live in it. */
  private record Sentence(boolean every, boolean inside, int subject, int predicate) {
    boolean holds(int[] world) {
      for (int kind : world) if (!obeys(kind)) return !every;
      return every;
    }

    private boolean obeys(int kind) {
      return (kind >> subject & 1) == 0 || (kind >> predicate & 1) == (inside ? 1 : 0);
    }
  }

  @Override
  public Optional<Solved> solve(String question) {
    Matcher asked = QUESTION.matcher(question);
    if (!asked.matches()) return Optional.empty();
    List<String> terms = new ArrayList<>();
    List<Sentence> sentences = sentences(asked.group(1), terms);
    if (terms.size() > MAX_TERMS) return Optional.empty();
    String verdict = follows(sentences, 1 << terms.size()) ? "Yes" : "No";
    return Optional.of(Solved.choice(verdict, List.of("Yes", "No")));
  }

  private static List<Sentence> sentences(String text, List<String> terms) {
    List<Sentence> sentences = new ArrayList<>();
    Matcher m = PARTS.matcher(text);
    while (m.find()) {
      String first = m.group(1).toLowerCase(Locale.ROOT);
      int subject = term(terms, m.group(first.equals("only") ? 6 : 3));
      int predicate = term(terms, m.group(first.equals("only") ? 3 : 6));
      boolean some = first.equals("some") || first.equals("not");
      boolean denies = first.equals("no") ^ (m.group(4) != null) ^ (m.group(5) != null);
      boolean inside = first.equals("some") ? denies : !denies;
      sentences.add(new Sentence(!some, inside, subject, predicate));
    }
    return sentences;
  }

  private static int term(List<String> terms, String name) {
    if (!terms.contains(name)) terms.add(name);
    return terms.indexOf(name);
  }

  private static boolean follows(List<Sentence> sentences, int kinds) {
    if (isRefutedBy(sentences, new int[0])) return false;
    for (int a = 0; a < kinds; a++)
      for (int b = a; b < kinds; b++) if (isRefutedBy(sentences, new int[] {a, b})) return false;
    return true;
  }

  private static boolean isRefutedBy(List<Sentence> sentences, int[] world) {
    for (Sentence premise : sentences.subList(0, sentences.size() - 1))
      if (!premise.holds(world)) return false;
    return !sentences.getLast().holds(world);
  }
}
