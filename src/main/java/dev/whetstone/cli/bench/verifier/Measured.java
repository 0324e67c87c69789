package dev.whetstone.cli.bench.verifier;

import dev.whetstone.benchmark.Judged;
import dev.whetstone.benchmark.label.LabelLimits;
import dev.whetstone.benchmark.label.LabelReader;
import dev.whetstone.benchmark.label.LabelSet;
import dev.whetstone.benchmark.label.Labelled;
import dev.whetstone.benchmark.label.Labelled.Split;
import dev.whetstone.benchmark.label.Labels;
import dev.whetstone.benchmark.label.Origin;
import dev.whetstone.task.Hash;
import dev.whetstone.training.promotion.Archive;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Labelled solutions to measure on and to train the baseline on, from files or from the database.
 *
 * @param limit items of a set, at most
 * @param said told of what is left out
 */
record Measured(int limit, PrintStream said) {
  /** Never what is for training. */
  List<Labelled> from(Labels labels, List<String> wished) throws IOException, SQLException {
    List<Labelled> items = new ArrayList<>();
    for (String set : names(labels.sets(), wished)) {
      List<Labelled> found = new ArrayList<>(labels.list(set, Optional.of(Split.VALIDATION)));
      found.addAll(labels.list(set, Optional.of(Split.TEST)));
      if (found.isEmpty())
        throw new IOException(set + " is for training: nothing can be measured on it");
      items.addAll(limited(found));
    }
    return items;
  }

  private static Set<String> names(List<LabelSet> sets, List<String> wished) throws IOException {
    Set<String> known = new LinkedHashSet<>();
    sets.forEach(set -> known.add(set.name()));
    for (String set : wished)
      if (!known.contains(set))
        throw new IOException("no set %s; there are %s".formatted(set, String.join(", ", known)));
    if (!wished.isEmpty()) return new LinkedHashSet<>(wished);
    Set<String> usual = new LinkedHashSet<>();
    sets.stream()
        .filter(s -> s.split() != Split.TRAIN && !s.name().startsWith(Archive.SETS))
        .forEach(s -> usual.add(s.name()));
    if (usual.isEmpty())
      throw new IOException("no labels to measure on; import some: ./whetstone labels import FILE");
    return usual;
  }

  /** All rows of these files, whatever they are for. */
  List<Labelled> from(List<Path> files) throws IOException {
    List<Labelled> items = new ArrayList<>();
    for (Path file : files) {
      List<Labelled> found = new ArrayList<>();
      read(file, found::add);
      items.addAll(limited(found));
    }
    if (items.isEmpty()) throw new IOException("no labelled solution in " + files);
    return items;
  }

  void train(List<Path> files, Consumer<Labelled> training) throws IOException {
    for (Path file : files) read(file, training);
  }

  /** Every set's part that is for training. */
  void train(Labels labels, Consumer<Labelled> training) throws SQLException {
    for (LabelSet set : labels.sets())
      if (set.split() == Split.TRAIN && !set.name().startsWith(Archive.SETS))
        labels.forEach(set.name(), Optional.of(Split.TRAIN), training);
  }

  private void read(Path file, Consumer<Labelled> items) throws IOException {
    if (!Files.isRegularFile(file)) throw new IOException("there is no file " + file);
    int[] refused = {0};
    LabelReader.read(file, origin(file), LabelLimits.configured(), items, refusal -> refused[0]++);
    if (refused[0] > 0)
      said.println(
          String.format(Locale.ROOT, "whetstone: %s: %,d lines cannot be read", file, refused[0]));
  }

  private static Origin origin(Path file) throws IOException {
    String name = file.getFileName().toString().replaceFirst("\\.jsonl(\\.gz)?$", "");
    try {
      return new Origin(name, Optional.of(Split.TEST), Optional.empty(), Optional.empty());
    } catch (IllegalArgumentException e) {
      throw new IOException("rename " + file + ": " + e.getMessage(), e);
    }
  }

  /** Whole problems in an order that is as good as random, and the same each time. */
  private List<Labelled> limited(List<Labelled> items) {
    if (items.size() <= limit) return items;
    Stream<Labelled> mixed =
        items.stream()
            .sorted(Comparator.comparing(item -> Hash.ofText(Judged.problem(item)).hex()));
    return mixed.limit(limit).toList();
  }
}
