package dev.whetstone.model.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.model.Prepared;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BacklogTest {
  private static final long BUDGET = 4_096;

  private record Text(int longest, int windows) implements Prepared {}

  private static Job job(int length, int rows) {
    return new Job(new Text(length, rows), Deadline.in(Duration.ofMinutes(1)));
  }

  private static Job random(SplittableRandom random) {
    int length = 1 + (int) Math.exp(random.nextDouble(Math.log(2_000)));
    return job(length, random.nextInt(8) == 0 ? 1 + random.nextInt(6) : 1);
  }

  @Test
  void aBatchIsMadeAroundTheOldestFromThoseNearestInLength() {
    Backlog backlog = new Backlog();
    List<Job> jobs = IntStream.of(100, 400, 101, 99, 390, 100).mapToObj(n -> job(n, 1)).toList();
    jobs.forEach(backlog::add);
    assertEquals(List.of(jobs.get(0), jobs.get(5), jobs.get(3), jobs.get(2)), backlog.take(BUDGET));
    assertEquals(List.of(jobs.get(1), jobs.get(4)), backlog.take(BUDGET));
    assertEquals(0, backlog.size());
  }

  @Test
  void aJobAboveTheBudgetGoesAlone() {
    Backlog backlog = new Backlog();
    Job large = job(512, 9);
    backlog.add(large);
    backlog.add(job(512, 1));
    assertEquals(List.of(large), backlog.take(BUDGET));
    assertEquals(512, backlog.tokens());
  }

  @Test
  void aBatchThatFillsItsBudgetToTheTokenIsMade() {
    Backlog backlog = new Backlog();
    for (int i = 0; i < 9; i++) backlog.add(job(512, 1));
    assertEquals(8, backlog.take(BUDGET).size());
    assertEquals(1, backlog.take(BUDGET).size());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void everyBatchHasTheOldestKeepsItsBudgetAndPadsAtMostAFifth(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Backlog backlog = new Backlog();
    for (int i = 0; i < 500; i++) backlog.add(random(random));
    while (backlog.size() > 0) {
      Job oldest = backlog.oldest();
      List<Job> batch = backlog.take(BUDGET);
      assertSame(oldest, batch.getFirst());
      long longest = Math.max(Batch.SHORTEST, batch.stream().mapToInt(Job::length).max().orElse(0));
      long padded = batch.stream().mapToInt(Job::rows).sum() * longest;
      long tokens = batch.stream().mapToLong(j -> j.rows() * Math.max(32L, j.length())).sum();
      assertTrue(batch.size() == 1 || padded <= BUDGET, () -> "padded to " + padded);
      assertTrue(padded - tokens <= Batch.MOST_PADDING * padded, () -> tokens + " of " + padded);
    }
    assertEquals(0, backlog.tokens());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void noJobStarvesHoweverManyComeThatFitEachOtherBetter(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Backlog backlog = new Backlog();
    Map<Job, Integer> latest = new HashMap<>();
    int taken = 0;
    for (int round = 0; round < 300; round++) {
      for (int i = 0; i < 40; i++) {
        Job job = i == 0 ? random(random) : job(128, 1);
        latest.put(job, taken + backlog.size() + 1);
        backlog.add(job);
      }
      taken++;
      for (Job job : backlog.take(BUDGET)) assertTrue(taken <= latest.get(job), "it starved");
    }
    for (; backlog.size() > 0; ) {
      taken++;
      for (Job job : backlog.take(BUDGET)) assertTrue(taken <= latest.get(job), "it starved");
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void everyJobIsTakenOnceUnlessItIsRemoved(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Backlog backlog = new Backlog();
    Set<Job> expected = new HashSet<>();
    for (int i = 0; i < 300; i++) {
      Job job = random(random);
      backlog.add(job);
      if (random.nextInt(3) == 0) backlog.remove(job);
      else expected.add(job);
    }
    while (backlog.size() > 0)
      for (Job job : backlog.take(BUDGET)) assertTrue(expected.remove(job), "taken twice");
    assertTrue(expected.isEmpty());
    assertEquals(0, backlog.tokens());
  }
}
