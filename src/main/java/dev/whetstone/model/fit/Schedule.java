package dev.whetstone.model.fit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Which lessons stand in which batch: a function of the seed and the epoch alone. */
final class Schedule {
  /** Lessons that are sorted by length together, so that little of a batch is padding. */
  private static final int SORTED = 64;

  private Schedule() {}

  static List<List<Lesson>> epoch(List<Lesson> lessons, int budget, long seed, int epoch) {
    Random random = new Random(seed * 31 + epoch);
    List<Lesson> order = new ArrayList<>(lessons);
    Collections.shuffle(order, random);
    for (int i = 0; i < order.size(); i += SORTED)
      order.subList(i, Math.min(order.size(), i + SORTED)).sort(BY_LENGTH);
    List<List<Lesson>> batches = cut(order, budget);
    Collections.shuffle(batches, random);
    return batches;
  }

  /** All, shortest first. */
  static List<List<Lesson>> once(List<Lesson> lessons, int budget) {
    List<Lesson> order = new ArrayList<>(lessons);
    order.sort(BY_LENGTH);
    return cut(order, budget);
  }

  private static final Comparator<Lesson> BY_LENGTH =
      Comparator.comparingInt(lesson -> lesson.row().length());

  private static List<List<Lesson>> cut(List<Lesson> order, int budget) {
    List<List<Lesson>> batches = new ArrayList<>();
    List<Lesson> batch = new ArrayList<>();
    int longest = 0;
    for (Lesson lesson : order) {
      longest = Math.max(longest, lesson.row().length());
      if (!batch.isEmpty() && longest * (batch.size() + 1) > budget) {
        batches.add(batch);
        batch = new ArrayList<>();
        longest = lesson.row().length();
      }
      batch.add(lesson);
    }
    if (!batch.isEmpty()) batches.add(batch);
    return batches;
  }
}
