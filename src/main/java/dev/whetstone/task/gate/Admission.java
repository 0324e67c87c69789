package dev.whetstone.task.gate;

import dev.whetstone.task.Check;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What the gate says of a task.
 *
 * @param failures every criterion not met; what cannot be read, or has no answer, is asked no more
 * @param repetition share of the earlier tasks, the latest ones that are compared, that are like
 *     this one, in [0, 1]
 * @param check of any completion, where the second solver can give one
 */
public record Admission(List<Failure> failures, double repetition, Optional<Check> check) {
  /** Estimated similarity from which two questions are near-duplicates. */
  public static final double DUPLICATE = 0.7;

  /** Estimated similarity from which one question repeats another in part. */
  public static final double LIKE = 0.4;

  public Admission {
    failures = List.copyOf(failures);
    if (!(repetition >= 0 && repetition <= 1))
      throw new IllegalArgumentException("repetition: " + repetition);
  }

  /**
   * Compared with the tasks before it.
   *
   * @param earlier as many as the caller remembers
   */
  public Admission against(Sketch sketch, Collection<Sketch> earlier) {
    if (earlier.isEmpty()) return this;
    List<Failure> all = new ArrayList<>(failures);
    double[] similar = earlier.stream().mapToDouble(sketch::similarity).toArray();
    if (Arrays.stream(similar).anyMatch(s -> s >= DUPLICATE))
      all.add(new Failure(Criterion.NEW, "a near-duplicate of an earlier task"));
    long like = Arrays.stream(similar).filter(s -> s >= LIKE).count();
    return new Admission(all, (double) like / earlier.size(), check);
  }

  public boolean isAdmitted() {
    return failures.isEmpty();
  }
}
