package dev.whetstone.model.serve;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Jobs that wait, by age and by length. Every batch is made around the oldest job, from those that
 * are nearest to it in length: none is overtaken by more than one batch for each job before it.
 */
final class Backlog {
  private final SequencedSet<Job> byAge = new LinkedHashSet<>();
  private final NavigableMap<Integer, SequencedSet<Job>> byLength = new TreeMap<>();
  private long tokens;

  int size() {
    return byAge.size();
  }

  long tokens() {
    return tokens;
  }

  void add(Job job) {
    if (!byAge.add(job)) return;
    byLength.computeIfAbsent(job.length(), length -> new LinkedHashSet<>()).add(job);
    tokens += job.tokens();
  }

  void remove(Job job) {
    if (!byAge.remove(job)) return;
    byLength.computeIfPresent(job.length(), (length, jobs) -> without(jobs, job));
    tokens -= job.tokens();
  }

  private static SequencedSet<Job> without(SequencedSet<Job> jobs, Job job) {
    jobs.remove(job);
    return jobs.isEmpty() ? null : jobs;
  }

  /**
   * @throws java.util.NoSuchElementException if none waits
   */
  Job oldest() {
    return byAge.getFirst();
  }

  /** Takes the oldest job and those that fit it best. */
  List<Job> take(long budget) {
    Job oldest = oldest();
    remove(oldest);
    Batch batch = new Batch(budget, oldest);
    nearest(oldest.length()).takeWhile(job -> !batch.isFull()).forEach(batch::offer);
    batch.jobs().forEach(this::remove);
    return batch.jobs();
  }

  /** Of this length, then ever shorter, then ever longer; the older first among equals. */
  private Stream<Job> nearest(int length) {
    return Stream.of(
            byLength.headMap(length, true).descendingMap(), byLength.tailMap(length, false))
        .flatMap(jobs -> jobs.values().stream())
        .flatMap(Collection::stream);
  }

  /** Takes all of them. */
  List<Job> clear() {
    List<Job> all = List.copyOf(byAge);
    byAge.clear();
    byLength.clear();
    tokens = 0;
    return all;
  }
}
