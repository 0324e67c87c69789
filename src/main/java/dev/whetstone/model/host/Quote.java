package dev.whetstone.model.host;

import dev.whetstone.model.text.Tokens;

/**
 * The part of a step that is likely its flaw: the tokens that are likely part of it, around the
 * likeliest, widened to whole words; the step if it has no tokens.
 *
 * @param spans of each token, a logit
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Quote(String step, Tokens tokens, float[] spans) {
  /** UTF-16 chars; a longer one is cut, more or less around the likeliest token. */
  static final int LONGEST = 300;

  String text() {
    if (tokens.length() == 0) return cut(0, step.length(), 0);
    int best = best();
    int from = best;
    int to = best;
    while (from > 0 && spans[from - 1] > 0) from--;
    while (to < tokens.length() - 1 && spans[to + 1] > 0) to++;
    return cut(wordStart(tokens.starts()[from]), wordEnd(tokens.ends()[to]), tokens.starts()[best]);
  }

  private int best() {
    int best = 0;
    for (int i = 1; i < tokens.length(); i++) if (spans[i] > spans[best]) best = i;
    return best;
  }

  private int wordStart(int start) {
    int from = start;
    while (from > 0 && !Character.isWhitespace(step.charAt(from - 1))) from--;
    return from;
  }

  private int wordEnd(int end) {
    int to = end;
    while (to < step.length() && !Character.isWhitespace(step.charAt(to))) to++;
    return to;
  }

  private String cut(int from, int to, int best) {
    if (to - from <= LONGEST) return step.substring(from, to);
    int start = Math.clamp(best - LONGEST / 2, from, to - LONGEST);
    int end = start + LONGEST;
    if (splitsPair(start)) start++;
    if (splitsPair(end)) end--;
    return step.substring(start, end);
  }

  private boolean splitsPair(int at) {
    return at > 0
        && at < step.length()
        && Character.isSurrogatePair(step.charAt(at - 1), step.charAt(at));
  }
}
