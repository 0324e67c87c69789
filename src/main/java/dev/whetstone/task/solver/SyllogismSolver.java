package dev.whetstone.task.solver;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks for a world in which the premises hold and the conclusion does not: someone for each thing
 * that there must be in it, of a kind that all the rest allows.
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
    return "a counterexample sought, witness by witness, where the family colours regions";
  }

  /**
   * That everyone obeys, or that someone does not.
   *
   * @param inside whether who has the subject's term must have the predicate's, or must not
   */
  private record Sentence(boolean every, boolean inside, int subject, int predicate) {
    Sentence denied() {
      return new Sentence(!every, inside, subject, predicate);
    }

    /**
     * @param kind of a person, the terms that it has as bits
     */
    boolean obeys(int kind) {
      return (kind >> subject & 1) == 0 || (kind >> predicate & 1) == (inside ? 1 : 0);
    }
  }

  @Override
  public Optional<Solved> solve(String question, Effort effort) {
    Matcher asked = QUESTION.matcher(question);
    if (!asked.matches()) return Optional.empty();
    List<String> terms = new ArrayList<>();
    List<Sentence> sentences = sentences(asked.group(1), terms);
    if (terms.size() > MAX_TERMS) return Optional.empty();
    String verdict = follows(sentences, 1 << terms.size(), effort) ? "Yes" : "No";
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

  private static boolean follows(List<Sentence> sentences, int kinds, Effort effort) {
    List<Sentence> counterexample = new ArrayList<>(sentences.subList(0, sentences.size() - 1));
    counterexample.add(sentences.getLast().denied());
    List<Sentence> laws = counterexample.stream().filter(Sentence::every).toList();
    for (Sentence someone : counterexample)
      if (!someone.every() && !hasWitness(someone, laws, kinds, effort)) return true;
    return false;
  }

  private static boolean hasWitness(
      Sentence someone, List<Sentence> laws, int kinds, Effort effort) {
    for (int kind = 0; kind < kinds; kind++) {
      int lives = kind;
      effort.take(1 + laws.size());
      if (!someone.obeys(lives) && laws.stream().allMatch(law -> law.obeys(lives))) return true;
    }
    return false;
  }
}
