package dev.whetstone.benchmark.report;

import dev.whetstone.benchmark.Judged;
import dev.whetstone.benchmark.label.Labelled;
import dev.whetstone.task.Hash;
import java.util.List;
import java.util.stream.Stream;

/**
 * A set that was measured on.
 *
 * @param sha256 of its items' ids, texts and labels, in their order: equal only for equal data
 */
public record SetSummary(
    String name,
    int items,
    int problems,
    List<String> labelSources,
    List<String> licences,
    String sha256) {
  static SetSummary of(String name, List<Labelled> items) {
    return new SetSummary(
        name,
        items.size(),
        (int) items.stream().map(Judged::problem).distinct().count(),
        items.stream().map(i -> i.provenance().labelSource()).distinct().sorted().toList(),
        items.stream().map(i -> i.provenance().licence()).distinct().sorted().toList(),
        Hash.of(items.stream().map(SetSummary::hash).toArray(String[]::new)).hex());
  }

  private static String hash(Labelled item) {
    Stream<String> head =
        Stream.of(
            item.id(),
            item.truth().scope().name(),
            item.truth().steps().toString(),
            item.solution().problem());
    return Hash.of(Stream.concat(head, item.solution().steps().stream()).toArray(String[]::new))
        .hex();
  }
}
