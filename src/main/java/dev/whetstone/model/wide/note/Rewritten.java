package dev.whetstone.model.wide.note;

import dev.whetstone.model.wide.template.Run;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The runs of a problem, in which each step puts its results in place of what it worked out. */
final class Rewritten {
  private static final int MAX_LENGTH = 4_096;
  private static final int MAX_TRIED = 64;

  private final List<String> texts;

  Rewritten(List<String> texts) {
    this.texts = new ArrayList<>(texts);
  }

  /** One that goes its own way from here. */
  Rewritten copy() {
    return new Rewritten(texts);
  }

  List<String> texts() {
    return Collections.unmodifiableList(texts);
  }

  /**
   * How a text stands in these: 0 for not at all, 1 at a start, 2 within, from 10 on as a whole.
   */
  int place(String text) {
    int whole = texts.indexOf(text);
    if (whole >= 0) return 10 + Math.min(whole, 3);
    for (String run : texts) {
      int at = found(run, text);
      if (at >= 0) return at == 0 ? 1 : 2;
    }
    return 0;
  }

  /** What a step's equations say, put in the place of their left sides. */
  void add(List<Run> step) {
    if (!replacesEquation(step) && !replacesRun(step)) replacePart(step);
  }

  private boolean replacesEquation(List<Run> step) {
    for (int i = 0; i + 3 < step.size(); i++) {
      int left = texts.indexOf(step.get(i).text());
      boolean stated = isEqual(step, i) && step.get(i + 2).before() == ':' && isEqual(step, i + 2);
      if (stated && left >= 0 && left + 1 < texts.size()) {
        texts.set(left, step.get(i + 2).text());
        texts.set(left + 1, step.get(i + 3).text());
        return true;
      }
    }
    return false;
  }

  private boolean replacesRun(List<Run> step) {
    for (int i = 0; i + 1 < step.size(); i++) {
      int whole = texts.indexOf(step.get(i).text());
      if (isEqual(step, i) && whole >= 0) {
        texts.set(whole, step.get(i + 1).text());
        return true;
      }
    }
    return false;
  }

  private void replacePart(List<Run> step) {
    for (int i = 0; i + 1 < step.size(); i++)
      if (isEqual(step, i) && isReplaced(step.get(i).text(), step.get(i + 1).text())) return;
  }

  private boolean isReplaced(String left, String right) {
    for (int i = 0; i < texts.size(); i++) {
      String old = texts.get(i);
      int at = found(old, left);
      if (at < 0) continue;
      String now = old.substring(0, at) + right + old.substring(at + left.length());
      if (now.length() <= MAX_LENGTH) texts.set(i, now.replace("+-", "-"));
      return true;
    }
    return false;
  }

  /** Whether a run and the next are the sides of an equation. */
  private static boolean isEqual(List<Run> step, int left) {
    return step.get(left + 1).before() == '=';
  }

  /**
   * Where a part stands whose first and last number are whole; -1 for nowhere among the first so
   * many places.
   */
  static int found(String text, String part) {
    int at = text.indexOf(part);
    for (int tried = 0; at >= 0 && tried < MAX_TRIED; tried++) {
      int end = at + part.length();
      if (!isOne(text, at) && !isOne(text, end)) return at;
      at = text.indexOf(part, at + 1);
    }
    return -1;
  }

  /** Whether a number or word goes on here. */
  private static boolean isOne(String text, int at) {
    return at > 0 && at < text.length() && isNumber(text, at - 1) && isNumber(text, at);
  }

  private static boolean isNumber(String text, int at) {
    return Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '.';
  }
}
