package dev.whetstone.cli.demo.loop;

import dev.whetstone.benchmark.label.LabelLimits;
import dev.whetstone.benchmark.label.LabelReader;
import dev.whetstone.benchmark.label.Labelled;
import dev.whetstone.benchmark.label.Origin;
import dev.whetstone.benchmark.label.Truth.Scope;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Solutions that real people labelled, right ones and wrong ones, out of one file. */
record HumanLabels(String file, List<Labelled> solutions) {
  HumanLabels {
    solutions = List.copyOf(solutions);
  }

  /**
   * Whole solutions; a row that cannot be read is passed over, as an import would refuse it.
   *
   * @throws IOException if the file cannot be read, or has one kind alone, of which nothing is told
   */
  static HumanLabels read(Path file) throws IOException {
    List<Labelled> read = new ArrayList<>();
    Origin origin = new Origin("human", Optional.empty(), Optional.empty(), Optional.empty());
    LabelReader.read(file, origin, LabelLimits.configured(), read::add, refused -> {});
    HumanLabels labels =
        new HumanLabels(
            file.getFileName().toString(),
            read.stream().filter(item -> item.truth().scope() == Scope.SOLUTION).toList());
    if (labels.wrong() == 0 || labels.wrong() == labels.solutions.size())
      throw new IOException(
          file + " needs labels of right solutions and of wrong ones: nothing is told of one kind");
    return labels;
  }

  private long wrong() {
    return solutions.stream().filter(item -> item.truth().hasError()).count();
  }

  @Override
  public String toString() {
    return "%s, %d right and %d wrong solutions"
        .formatted(file, solutions.size() - wrong(), wrong());
  }
}
