package dev.whetstone.model.wide.note;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lists of numbers or words, compared. */
final class Items {
  private static final int LONGEST = 40;

  private Items() {}

  /** Of a number; 0 for anything else. */
  static double value(String item) {
    try {
      return item.length() > LONGEST ? 0 : Double.parseDouble(item);
    } catch (NumberFormatException _) {
      return 0;
    }
  }

  /** 1 where they rise, 2 where they fall, 3 where they do both, 0 where neither. */
  static int order(List<String> items) {
    boolean up = true;
    boolean down = true;
    for (int i = 1; i < items.size(); i++) {
      int compared = items.get(i - 1).compareTo(items.get(i));
      up &= compared <= 0;
      down &= compared >= 0;
    }
    return (up ? 1 : 0) + (down ? 2 : 0);
  }

  /** Those of the one that are not in the other, as often as they are not. */
  static List<String> minus(List<String> all, List<String> part) {
    Map<String, Integer> left = new HashMap<>();
    for (String item : part) left.merge(item, 1, Integer::sum);
    List<String> rest = new ArrayList<>();
    for (String item : all) if (left.merge(item, -1, Integer::sum) < 0) rest.add(item);
    return rest;
  }

  /** Whether they are the same in some order. */
  static boolean same(List<String> a, List<String> b) {
    return a.size() == b.size() && minus(a, b).isEmpty();
  }

  /** Whether two numbers below 2^53 have no common divisor above 1. */
  static boolean coprime(double a, double b) {
    if (!(Math.abs(a) < 0x1p53 && Math.abs(b) < 0x1p53)) return false;
    double divisor = Math.abs(a);
    double rest = Math.abs(b);
    while (rest != 0) {
      double next = divisor % rest;
      divisor = rest;
      rest = next;
    }
    return divisor == 1;
  }
}
