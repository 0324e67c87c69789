package dev.whetstone.access;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a key is for. */
public enum Scope {
  /** A training job: runs, tasks, candidates, every trainer's door. */
  TRAINER,
  /** A person who judges what is put before people. */
  REVIEWER,
  /** Who measures: records, exports, scores without a run, proofs, reports. */
  EVALUATOR,
  /** Who watches: metrics alone. */
  MONITOR,
  /** Who runs the server: everything, and the keys of all tenants. */
  ADMIN;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException if there is no such scope
   */
  public static Scope of(String word) {
    return Stream.of(values())
        .filter(scope -> scope.word().equals(word.strip().toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("a scope is one of " + words()));
  }

  public static List<String> words() {
    return Stream.of(values()).map(Scope::word).toList();
  }
}
