package dev.whetstone.rollout;

import dev.whetstone.verify.StepVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Counts an audit's rewards. */
final class RewardCount {
  private static final int NAMED = 100;

  private final List<Long> differing = new ArrayList<>();
  private long outcomes;
  private long agreeing;
  private final Map<String, Long> stepsRead = new TreeMap<>();
  private long notReplayable;
  private long unsound;

  void add(StoredOutcome outcome, Optional<Boolean> agrees) {
    outcomes++;
    if (agrees.isEmpty()) notReplayable++;
    else if (agrees.get()) agreeing++;
    else if (differing.size() < NAMED) differing.add(outcome.id);
    outcome.said().ifPresent(said -> addSteps(outcome, said));
  }

  private void addSteps(StoredOutcome outcome, StepVerdict said) {
    if (said instanceof StepVerdict.Read read) stepsRead.merge(read.verifier(), 1L, Long::sum);
    if (StepVerdict.sound(outcome.grade, Optional.of(said)).equals(Optional.of(false))) unsound++;
  }

  Audit.Report report(long lessons, boolean countsAgree, boolean curriculumAgrees) {
    return new Audit.Report(
        outcomes,
        agreeing,
        differing,
        notReplayable,
        stepsRead,
        unsound,
        lessons,
        countsAgree,
        curriculumAgrees);
  }
}
