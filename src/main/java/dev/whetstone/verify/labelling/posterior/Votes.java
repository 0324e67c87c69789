package dev.whetstone.verify.labelling.posterior;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Votes of several raters on several items; a rater may miss items, or vote on one several times.
 *
 * @param items how many, some perhaps without a vote
 * @param raters how many
 * @param classes how many, at least 2
 */
public record Votes(int items, int raters, int classes, List<Vote> all) {
  public Votes {
    all = List.copyOf(all);
    if (items < 1 || raters < 1 || classes < 2)
      throw new IllegalArgumentException(
          items + " items, " + raters + " raters, " + classes + " classes");
    for (Vote vote : all)
      if (vote.item() >= items || vote.rater() >= raters || vote.given() >= classes)
        throw new IllegalArgumentException(vote + " is outside");
  }

  List<Item> byItem() {
    var byItem = all.stream().collect(Collectors.groupingBy(Vote::item));
    return IntStream.range(0, items)
        .mapToObj(i -> Item.of(byItem.getOrDefault(i, List.of())))
        .toList();
  }
}
