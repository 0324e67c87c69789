package dev.whetstone.benchmark.review;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the votes on an item come to. */
sealed interface Ruling {
  /** Too few have voted. */
  record Undecided() implements Ruling {}

  /** It rests on the word of flagged raters alone: one more is asked. */
  record Doubted() implements Ruling {}

  /** Raters contradict each other or are all flagged, and nobody has settled it. */
  record Disputed() implements Ruling {}

  /**
   * @param by those whose votes it rests on
   */
  record Decided(Answer answer, List<Vote> by) implements Ruling {}

  /**
   * By the adjudicator if one has voted, else by the first raters if they agree; what others say
   * later changes nothing. Flagged raters decide nothing among themselves.
   *
   * @param votes in the order of their time
   * @param raters how many it takes, 1 or 2
   * @param flagged who is less accurate than is asked
   */
  static Ruling of(List<Vote> votes, int raters, Set<String> flagged) {
    List<Vote> first = votes.stream().filter(v -> !v.adjudicates()).limit(raters).toList();
    Optional<Vote> settled = votes.stream().filter(Vote::adjudicates).findFirst();
    if (settled.isPresent()) return new Decided(settled.get().answer(), List.of(settled.get()));
    if (first.size() < raters) return new Undecided();
    if (first.stream().allMatch(vote -> flagged.contains(vote.rater())))
      return raters == 1 ? new Doubted() : new Disputed();
    Answer answer = first.getFirst().answer();
    return first.stream().allMatch(vote -> vote.answer().agrees(answer))
        ? new Decided(answer, first)
        : new Disputed();
  }
}
