package dev.whetstone.benchmark.refinement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A pool of solutions, of which each round refines the best; the first that passes ends it. */
final class Search {
  private final Plan plan;
  private final List<Attempt> attempts;
  private final Set<Integer> made;

  Search(Plan plan, List<Attempt> attempts) {
    this.plan = plan;
    this.attempts = attempts;
    made = attempts.stream().map(Attempt::number).collect(Collectors.toSet());
  }

  Standing stand() {
    if (attempts.stream().anyMatch(plan::isPassedBy))
      return new Standing(RefinementState.PASSED, List.of());
    int first = 0;
    for (int round = 0; round < plan.rounds(); round++) {
      List<Wanted> asked = asked(first, round);
      List<Wanted> open = asked.stream().filter(ask -> !made.contains(ask.number())).toList();
      if (!open.isEmpty()) return new Standing(RefinementState.OPEN, open);
      first += asked.size();
      if (before(first).stream().anyMatch(a -> a.is(Attempt.State.JUDGING))) break;
    }
    return Standing.of(plan, attempts);
  }

  private List<Attempt> before(int number) {
    return attempts.stream().filter(attempt -> attempt.number() < number).toList();
  }

  /** By the pool as it was then. */
  private List<Wanted> asked(int first, int round) {
    List<Attempt> parents = Attempt.pool(before(first)).stream().limit(plan.parents()).toList();
    List<Wanted> asked = new ArrayList<>();
    if (parents.isEmpty())
      for (int i = first; i < first + plan.width(); i++)
        asked.add(new Wanted(i, round, i, Optional.empty(), 0));
    for (Attempt parent : parents)
      for (int turn = 0; turn < plan.asksPerParent(); turn++)
        asked.add(
            new Wanted(first + asked.size(), round, parent.thread(), Optional.of(parent), turn));
    return asked;
  }
}
