package dev.whetstone.cli.labels;

import dev.whetstone.benchmark.label.Labels;
import dev.whetstone.cli.Database;
import dev.whetstone.cli.DatabaseOptions;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code labels remove}: forgets whole sets, so that they can be imported anew. */
@Command(
    name = "remove",
    mixinStandardHelpOptions = true,
    description = "Removes sets with all their rows.")
final class RemoveLabels implements Callable<Integer> {
  @Mixin private DatabaseOptions options;

  @Parameters(paramLabel = "SET", arity = "1..*", description = "name of a set")
  private List<String> sets;

  @Override
  public Integer call() {
    try (Database database = Database.open(options)) {
      Labels labels = new Labels(database.dataSource());
      long all = 0;
      for (String set : sets) {
        long rows = labels.remove(set);
        System.out.printf("%s: %,d rows removed%n", set, rows);
        all += rows;
      }
      return all > 0 ? 0 : 1;
    } catch (IOException | SQLException e) {
      System.err.println("whetstone: " + e.getMessage());
      return 1;
    }
  }
}
