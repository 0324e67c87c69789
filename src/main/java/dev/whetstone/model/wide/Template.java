package dev.whetstone.model.wide;

import java.util.ArrayList;
import java.util.List;

/**
 * A text with its numbers and names blanked, and what stood in the blanks.
 *
 * @param hash of the text so blanked
 * @param words hash of the text with every run blanked
 * @param runs in the text's order
 * @param names words with a capital letter, each as often as it stands there
 * @param said of each name: the text from behind it to the next stop
 * @param own the problem's own words, in the singular
 */
record Template(
    int hash, int words, List<Run> runs, List<String> names, List<String> said, List<String> own) {
  private static final int MAX_RUNS = 24;
  private static final int MAX_NAMES = 32;
  private static final int MAX_LENGTH = 4_096;

  /** The beginning of a long text stands for all of it. */
  static Template of(String text, Vocabulary vocabulary) {
    return new Reader(text.substring(0, Math.min(text.length(), MAX_LENGTH)), vocabulary).read();
  }

  List<String> items() {
    return runs.stream().flatMap(run -> run.items().stream()).toList();
  }

  private static final class Reader {
    private final String text;
    private final Vocabulary vocabulary;
    private final List<Run> runs = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private final List<String> own = new ArrayList<>();
    private final StringBuilder run = new StringBuilder();
    private final StringBuilder shape = new StringBuilder();
    private final List<String> items = new ArrayList<>();
    private int at;
    private int hash = 17;
    private int words = 17;
    private boolean listed;
    private int depth;
    private char lead = 'w';

    private Reader(String text, Vocabulary vocabulary) {
      this.text = text;
      this.vocabulary = vocabulary;
    }

    private Template read() {
      while (at < text.length()) token();
      close();
      return new Template(
          hash, words, List.copyOf(runs), List.copyOf(names), List.copyOf(said), List.copyOf(own));
    }

    private void token() {
      char c = text.charAt(at);
      if (Character.isWhitespace(c)) at++;
      else if (Character.isLetterOrDigit(c)) wordOrNumber();
      else sign(c);
    }

    private void wordOrNumber() {
      int end = at;
      boolean digits = false;
      boolean capitals = true;
      while (end < text.length() && isPart(end)) {
        digits |= isDigit(end);
        capitals &= !Character.isLowerCase(text.charAt(end));
        end++;
      }
      String token = text.substring(at, end);
      if (digits && !capitals) variable();
      else if (digits || (capitals && token.length() > 1)) number(token);
      else if (token.length() == 1 && isMathematical(end)) variable();
      else if (depth > 0) item(token);
      else word(token);
    }

    private void variable() {
      int end = at + 1;
      if (isDigit(at)) while (end < text.length() && isPart(end) && !isLower(end)) end++;
      if (isDigit(at)) number(text.substring(at, end));
      else {
        put(text.substring(at, end));
        shape.append('v');
        at = end;
      }
    }

    private boolean isLower(int i) {
      return Character.isLowerCase(text.charAt(i));
    }

    private boolean isPart(int i) {
      char c = text.charAt(i);
      return Character.isLetterOrDigit(c)
          || (c == '.' && i > at && isDigit(i - 1) && i + 1 < text.length() && isDigit(i + 1));
    }

    private boolean isDigit(int i) {
      return text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }

    private boolean isMathematical(int end) {
      int left = at - 1;
      int right = end;
      while (left >= 0 && text.charAt(left) == ' ') left--;
      while (right < text.length() && text.charAt(right) == ' ') right++;
      return (left >= 0 && "=+-*/^(".indexOf(text.charAt(left)) >= 0)
          || (right < text.length() && "=+-*/^)".indexOf(text.charAt(right)) >= 0);
    }

    private void number(String token) {
      boolean negative = run.toString().equals("-") || endsInSignedMinus();
      if (negative) shape.setLength(shape.length() - 1);
      put(token);
      items.add(negative ? "-" + token : token);
      shape.append('#');
      at += token.length();
    }

    private boolean endsInSignedMinus() {
      int n = run.length();
      return n > 1 && run.charAt(n - 1) == '-' && "+-*/(,".indexOf(run.charAt(n - 2)) >= 0;
    }

    private void item(String token) {
      put(token);
      items.add(token);
      shape.append('#');
      at += token.length();
    }

    private void put(String token) {
      run.append(token);
    }

    private void word(String token) {
      close();
      lead = 'w';
      at += token.length();
      if (vocabulary.names().contains(token) && names.size() < MAX_NAMES) {
        names.add(token);
        said.add(text.substring(at, stop()).strip());
      }
      String blanked = vocabulary.blanked(token);
      if (blanked.equals("W") && own.size() < MAX_NAMES) own.add(Vocabulary.singular(token));
      mix(blanked);
    }

    private int stop() {
      int end = at;
      while (end < text.length() && ",;:.".indexOf(text.charAt(end)) < 0) end++;
      return end;
    }

    private void sign(char c) {
      if (c == '[' && at + 1 < text.length() && Character.isLetter(text.charAt(at + 1))) depth = 1;
      if (c == ']') depth = 0;
      boolean last = !isFollowed();
      at++;
      if (c == '=' || c == ':' || c == ';') {
        close();
        lead = c;
        mix(String.valueOf(c));
      } else if ((c == ',' || c == '.' || c == '?') && (last || run.isEmpty())) {
        close();
        lead = 'w';
        mix(String.valueOf(c));
      } else {
        put(String.valueOf(c));
        shape.append(c);
      }
    }

    /** By more of a run. */
    private boolean isFollowed() {
      int next = at + 1;
      while (next < text.length() && text.charAt(next) == ' ') next++;
      if (next >= text.length()) return false;
      if (depth > 0 || !Character.isLetter(text.charAt(next))) return true;
      boolean alone = next + 1 >= text.length() || !isLower(next + 1);
      return alone && Character.isUpperCase(text.charAt(next));
    }

    /** Ends a run, if one is open. */
    private void close() {
      if (run.isEmpty()) return;
      if (runs.size() < MAX_RUNS)
        runs.add(new Run(run.toString(), List.copyOf(items), form().hashCode(), lead));
      hash = hash * 1_000_003 + form().hashCode();
      if (!listed) words = words * 1_000_003 + 1;
      listed = true;
      lead = 'w';
      run.setLength(0);
      shape.setLength(0);
      items.clear();
    }

    private String form() {
      return isLong() ? (run.indexOf(",") > 0 ? "L" : "E") : shape.toString();
    }

    private boolean isLong() {
      return items.size() > 2 || shape.length() > 4 || shape.indexOf("v") >= 0;
    }

    private void mix(String element) {
      hash = hash * 1_000_003 + element.hashCode();
      words = words * 1_000_003 + element.hashCode();
      listed = false;
    }
  }
}
