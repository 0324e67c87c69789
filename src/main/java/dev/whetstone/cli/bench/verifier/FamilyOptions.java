package dev.whetstone.cli.bench.verifier;

import dev.whetstone.benchmark.label.Generated;
import dev.whetstone.benchmark.label.Labelled;
import dev.whetstone.task.TaskFamily;
import dev.whetstone.task.family.Families;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Which task families' generated solutions are measured on, and how many. */
final class FamilyOptions {
  static final int MOST = 100_000;

  private static final String ALL = "all";

  @Option(
      names = "--families",
      paramLabel = "NAME",
      arity = "0..1",
      split = ",",
      fallbackValue = ALL,
      description =
          "measure on worked solutions of these task families, without names of all: made anew with"
              + " exact labels, half of them broken at one step, of the range that training never"
              + " sees; beside other sets only if --set or --file names some")
  private List<String> names = List.of();

  @Option(
      names = "--examples",
      defaultValue = "100",
      description = "solutions of each family (default: ${DEFAULT-VALUE})")
  private int examples;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description =
          "another one gives other solutions; reports of one seed are comparable (default:"
              + " ${DEFAULT-VALUE})")
  private long seed;

  boolean areWished() {
    return !names.isEmpty();
  }

  boolean fit() {
    return examples >= 2 && examples <= MOST;
  }

  /**
   * @throws IOException with one line that says which family there is not
   */
  List<Labelled> items() throws IOException {
    List<Labelled> items = new ArrayList<>();
    for (TaskFamily family : chosen()) items.addAll(new Generated(family, seed).items(examples));
    return items;
  }

  private List<TaskFamily> chosen() throws IOException {
    for (String name : names)
      if (!name.equals(ALL) && Families.answered(name).isEmpty())
        throw new IOException("no family %s; there are all, %s".formatted(name, known()));
    return Families.answered().stream()
        .filter(family -> names.contains(ALL) || names.contains(family.name()))
        .toList();
  }

  private static String known() {
    return Families.answered().stream().map(TaskFamily::name).collect(Collectors.joining(", "));
  }
}
