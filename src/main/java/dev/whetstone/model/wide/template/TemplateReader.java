package dev.whetstone.model.wide.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads a text's tokens once, from left to right: each is a word, a sign, or a part of a run. */
final class TemplateReader {
  /** Only says that mathematics begins or ends. */
  private static final char TEX = '$';

  private static final int MAX_RUNS = 24;
  private static final int MAX_NAMES = 32;
  private static final int PRIME = 1_000_003;
  private static final char WORDS = 'w';
  private static final String STOPS = ",;:.";
  private static final Set<String> ARTICLES = Set.of("a", "the");

  private final String text;
  private final ProblemWords problem;
  private final List<Run> runs = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final List<String> said = new ArrayList<>();
  private final List<String> own = new ArrayList<>();
  private final List<String> leads = new ArrayList<>();
  private String lead = "";
  private int at;
  private int hash = 17;
  private int words = 17;
  private OpenRun run = new OpenRun();

  /** What parts the open run from the one before. */
  private char before = WORDS;

  /** Whether nothing but runs came since the last word or sign. */
  private boolean afterRun;

  /** Whether words in square brackets are items. */
  private boolean bracketed;

  TemplateReader(String text, ProblemWords problem) {
    this.text = text;
    this.problem = problem;
  }

  Template read() {
    while (at < text.length()) token();
    close();
    return new Template(
        hash,
        words,
        List.copyOf(runs),
        runs.stream().flatMap(read -> read.items().stream()).toList(),
        List.copyOf(names),
        List.copyOf(said),
        List.copyOf(own),
        List.copyOf(leads));
  }

  private void token() {
    char c = text.charAt(at);
    if (Character.isWhitespace(c) || c == TEX) at++;
    else if (Character.isLetterOrDigit(c)) alphanumeric();
    else sign(c);
  }

  private void alphanumeric() {
    int end = at;
    int digit = -1;
    int small = -1;
    for (; isPart(end, at); end++) {
      if (isDigit(end)) digit = end;
      if (isSmall(end)) small = end;
    }
    if (digit >= 0 && small >= 0) product(Math.min(digit, small), end);
    else if (digit >= 0 || (small < 0 && end - at > 1)) run.number(taken(end));
    else if (end - at == 1 && isVariable()) variable();
    else listedOrWord(taken(end));
  }

  private void listedOrWord(String word) {
    if (bracketed || problem.isMove(word)) run.word(word);
    else word(word);
  }

  private boolean isPart(int i, int start) {
    if (i >= text.length()) return false;
    return Character.isLetterOrDigit(text.charAt(i))
        || (text.charAt(i) == '.' && i > start && isDigit(i - 1) && isDigit(i + 1));
  }

  private boolean isDigit(int i) {
    return i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9';
  }

  private boolean isSmall(int i) {
    return i < text.length() && Character.isLowerCase(text.charAt(i));
  }

  private String taken(int end) {
    String token = text.substring(at, end);
    at = end;
    return token;
  }

  /**
   * Numbers and variables side by side, such as {@code 2x}.
   *
   * @param last where the rest of it is no longer of both digits and small letters, and is a token
   *     of its own
   */
  private void product(int last, int end) {
    while (at <= last)
      if (isDigit(at)) run.number(taken(numberEnd(end)));
      else variable();
  }

  private int numberEnd(int end) {
    int stop = at + 1;
    while (stop < end && !isSmall(stop)) stop++;
    return stop;
  }

  private void variable() {
    run.variable(text.charAt(at++));
  }

  /** A letter right behind a number, or one that is a variable here or in the problem. */
  private boolean isVariable() {
    return isFactor() || ProblemWords.isVariable(text, at) || problem.hasVariable(text.charAt(at));
  }

  private boolean isFactor() {
    return at > 0 && isDigit(at - 1) && Character.isLowerCase(text.charAt(at));
  }

  private void word(String word) {
    if (problem.names().contains(word) && names.size() < MAX_NAMES) {
      names.add(word);
      said.add(text.substring(at, stop()).strip());
    }
    String blanked = problem.blanked(word);
    if (blanked.equals(ProblemWords.WORD) && own.size() < MAX_NAMES) {
      own.add(ProblemWords.singular(word));
      leads.add(lead);
    }
    if (!ARTICLES.contains(blanked)) lead = blanked;
    part(WORDS, blanked);
  }

  private int stop() {
    int end = at;
    while (end < text.length() && STOPS.indexOf(text.charAt(end)) < 0) end++;
    return end;
  }

  private void sign(char c) {
    if (c == '[' && at + 1 < text.length() && Character.isLetter(text.charAt(at + 1)))
      bracketed = true;
    if (c == ']') bracketed = false;
    boolean parts = parts(c);
    at++;
    if (parts) part(isRelation(c) ? c : WORDS, String.valueOf(c));
    else run.sign(c);
  }

  private boolean parts(char c) {
    boolean stops = c == ',' || c == '.' || c == '?';
    return isRelation(c) || (stops && (run.isEmpty() || !isFollowed()));
  }

  private static boolean isRelation(char c) {
    return c == '=' || c == ':' || c == ';';
  }

  /** Whether more of a run stands behind the sign here. */
  private boolean isFollowed() {
    int next = ProblemWords.behindBlanks(text, at + 1);
    if (next >= text.length()) return false;
    if (bracketed || !Character.isLetter(text.charAt(next))) return true;
    return Character.isUpperCase(text.charAt(next)) && !isSmall(next + 1);
  }

  /** What parts one run from the next. */
  private void part(char how, String element) {
    close();
    before = how;
    hash = hash * PRIME + element.hashCode();
    words = words * PRIME + element.hashCode();
    afterRun = false;
  }

  /** Ends a run, if one is open. */
  private void close() {
    if (run.isEmpty()) return;
    Run closed = run.closed(before);
    if (runs.size() < MAX_RUNS) runs.add(closed);
    hash = hash * PRIME + closed.shape();
    if (!afterRun) words = words * PRIME + 1;
    afterRun = true;
    before = WORDS;
    run = new OpenRun();
  }
}
