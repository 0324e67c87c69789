package dev.whetstone.cli.labels;

import static java.util.stream.Collectors.joining;

import dev.whetstone.benchmark.label.LabelSet;
import dev.whetstone.benchmark.label.Labels;
import dev.whetstone.benchmark.label.Truth.Scope;
import dev.whetstone.cli.Database;
import dev.whetstone.cli.DatabaseOptions;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code labels list}: a line for each set and split. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = {
      "Lists the sets: how many labelled solutions, and how many of them with an error.",
      "Where single steps are labelled, a row is a step after those before it."
    })
final class ListLabels implements Callable<Integer> {
  @Mixin private DatabaseOptions options;

  @Override
  public Integer call() {
    try (Database database = Database.open(options)) {
      List<LabelSet> sets = new Labels(database.dataSource()).sets();
      if (sets.isEmpty())
        System.out.println("No labels yet. Import some: ./whetstone labels import FILE");
      else lines(sets).forEach(System.out::println);
      return 0;
    } catch (IOException | SQLException e) {
      System.err.println("whetstone: " + e.getMessage());
      return 1;
    }
  }

  static List<String> lines(List<LabelSet> sets) {
    int width = sets.stream().mapToInt(s -> s.name().length()).max().orElse(0);
    String head = "%-" + Math.max(width, 3) + "s  %-10s  %-9s  %8s  %10s  %8s  %-12s  %s";
    Stream<String> rows = sets.stream().map(set -> line(head, set));
    String titles =
        head.formatted(
            "set", "split", "labelled", "rows", "with error", "without", "licence", "labelled by");
    return Stream.concat(Stream.of(titles), rows).toList();
  }

  private static String line(String form, LabelSet set) {
    return String.format(
        Locale.ROOT,
        form,
        set.name(),
        set.split().name().toLowerCase(Locale.ROOT),
        set.scope() == Scope.SOLUTION ? "solutions" : "steps",
        set.solutions(),
        set.withError(),
        set.solutions() - set.withError(),
        set.licences().stream().collect(joining(", ")),
        set.labelSources().stream().collect(joining(", ")));
  }
}
