package dev.whetstone.task.family;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Random draws that families share. */
final class Draws {
  private Draws() {}

  /** So many different numbers below the bound, in random order. */
  static List<Integer> distinct(int bound, int count, RandomGenerator random) {
    List<Integer> drawn = new ArrayList<>(count);
    while (drawn.size() < count) {
      Integer next = random.nextInt(bound);
      if (!drawn.contains(next)) drawn.add(next);
    }
    return drawn;
  }

  /** So many different ones of these, in random order. */
  static List<String> distinct(List<String> from, int count, RandomGenerator random) {
    return distinct(from.size(), count, random).stream().map(from::get).toList();
  }

  /** Any number below the bound but this one. */
  static int other(int than, int bound, RandomGenerator random) {
    return (than + 1 + random.nextInt(bound - 1)) % bound;
  }
}
