package dev.whetstone.model.serve;

import java.util.ArrayList;
import java.util.List;

/** Jobs that are scored together, each row padded to the longest. */
final class Batch {
  /** Of a batch's tokens. */
  static final double MOST_PADDING = 0.2;

  /** A row costs no less than this many tokens would: among short texts padding is cheap. */
  static final int SHORTEST = 32;

  private final List<Job> jobs = new ArrayList<>();
  private final long budget;
  private long rows;
  private long longest;
  private long unpadded;

  /**
   * @param first is in it whatever it costs
   */
  Batch(long budget, Job first) {
    this.budget = budget;
    add(first);
  }

  List<Job> jobs() {
    return jobs;
  }

  /** Whether not even a row of one token can join. */
  boolean isFull() {
    return (rows + 1) * longest > budget;
  }

  /** Adds the job unless that breaks the budget or pads too much. */
  void offer(Job job) {
    long padded = (rows + job.rows()) * Math.max(longest, length(job));
    double padding = padded - unpadded - length(job) * job.rows();
    if (padded <= budget && padding <= MOST_PADDING * padded) add(job);
  }

  private void add(Job job) {
    jobs.add(job);
    rows += job.rows();
    longest = Math.max(longest, length(job));
    unpadded += length(job) * job.rows();
  }

  private static long length(Job job) {
    return Math.max(SHORTEST, job.length());
  }
}
