package dev.whetstone.benchmark.refinement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Threads that know nothing of each other; each ends with a solution that passes. */
final class Threads {
  private final Plan plan;
  private final List<Attempt> attempts;
  private final Map<Integer, Attempt> byNumber;

  Threads(Plan plan, List<Attempt> attempts) {
    this.plan = plan;
    this.attempts = attempts;
    byNumber = attempts.stream().collect(Collectors.toMap(Attempt::number, Function.identity()));
  }

  Standing stand() {
    List<Wanted> wanted = new ArrayList<>();
    for (int thread = 0; thread < plan.width(); thread++) wanted(thread).ifPresent(wanted::add);
    return wanted.isEmpty()
        ? Standing.of(plan, attempts)
        : new Standing(RefinementState.OPEN, wanted);
  }

  /** What broke its format, or could not be judged, is tried anew from the one before. */
  private Optional<Wanted> wanted(int thread) {
    Optional<Attempt> latest = Optional.empty();
    for (int round = 0; round < plan.rounds(); round++) {
      int number = round * plan.width() + thread;
      Attempt attempt = byNumber.get(number);
      if (attempt == null) return Optional.of(new Wanted(number, round, thread, latest, 0));
      if (plan.isPassedBy(attempt) || attempt.is(Attempt.State.JUDGING)) return Optional.empty();
      if (attempt.is(Attempt.State.JUDGED)) latest = Optional.of(attempt);
    }
    return Optional.empty();
  }
}
