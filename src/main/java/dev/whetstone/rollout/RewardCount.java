package dev.whetstone.rollout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Counts an audit's rewards. */
final class RewardCount {
  private static final int NAMED = 100;

  private final List<Long> differing = new ArrayList<>();
  private long outcomes;
  private long agreeing;
  private long notReplayable;

  void add(StoredOutcome outcome, Optional<Boolean> agrees) {
    outcomes++;
    if (agrees.isEmpty()) notReplayable++;
    else if (agrees.get()) agreeing++;
    else if (differing.size() < NAMED) differing.add(outcome.id);
  }

  Audit.Report report(long lessons, boolean countsAgree, boolean curriculumAgrees) {
    return new Audit.Report(
        outcomes, agreeing, differing, notReplayable, lessons, countsAgree, curriculumAgrees);
  }
}
