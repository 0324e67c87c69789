package dev.whetstone.model.wide.template;

import java.util.ArrayList;
import java.util.List;

/** A run that is being read. */
final class OpenRun {
  /** From more on, a shape says no more than that it is long. */
  private static final int MAX_ITEMS = 2;

  private static final int MAX_SHAPE = 4;
  private static final String LIST = "L";
  private static final String EXPRESSION = "E";
  private static final char VARIABLE = 'v';
  private static final char ITEM = '#';

  private final StringBuilder text = new StringBuilder();
  private final StringBuilder shape = new StringBuilder();
  private final List<String> items = new ArrayList<>();
  private boolean hasVariable;

  boolean isEmpty() {
    return text.isEmpty();
  }

  void sign(char sign) {
    text.append(sign);
    shape.append(sign);
  }

  void variable(char letter) {
    text.append(letter);
    shape.append(VARIABLE);
    hasVariable = true;
  }

  /** A minus before it that takes nothing from anything is its own. */
  void number(String number) {
    boolean negative = endsInOwnMinus();
    if (negative) shape.setLength(shape.length() - 1);
    item(number, negative ? "-" + number : number);
  }

  void word(String word) {
    item(word, word);
  }

  private void item(String written, String item) {
    text.append(written);
    shape.append(ITEM);
    items.add(item);
  }

  private boolean endsInOwnMinus() {
    int last = text.length() - 1;
    if (last < 0 || text.charAt(last) != '-') return false;
    return last == 0 || "+-*/(,".indexOf(text.charAt(last - 1)) >= 0;
  }

  /**
   * @param before as in {@link Run}
   */
  Run closed(char before) {
    return new Run(text.toString(), List.copyOf(items), form().hashCode(), before);
  }

  private String form() {
    if (!isLong()) return shape.toString();
    return text.indexOf(",") > 0 ? LIST : EXPRESSION;
  }

  private boolean isLong() {
    return items.size() > MAX_ITEMS || shape.length() > MAX_SHAPE || hasVariable;
  }
}
