package dev.whetstone.cli.labels;

import dev.whetstone.benchmark.label.Labelled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One file to import, and the set that it is named for. */
record LabelSource(Path file, String set) {
  private static final Pattern NAME = Pattern.compile("(.+)\\.jsonl(\\.gz)?");

  /**
   * Files as they are, folders as the files of JSON Lines within, in the order of their names.
   *
   * @throws IOException with one line that says what cannot be imported
   */
  static List<LabelSource> of(List<Path> paths, Optional<String> set) throws IOException {
    List<LabelSource> sources = new ArrayList<>();
    for (Path path : paths) {
      if (!Files.exists(path)) throw new IOException("there is no " + path);
      for (Path file : Files.isDirectory(path) ? within(path) : List.of(path))
        sources.add(new LabelSource(file, set.isPresent() ? set.get() : nameOf(file)));
    }
    return sources;
  }

  private static List<Path> within(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> found =
          files.filter(f -> NAME.matcher(f.getFileName().toString()).matches()).sorted().toList();
      if (found.isEmpty()) throw new IOException("no *.jsonl or *.jsonl.gz in " + folder);
      return found;
    }
  }

  private static String nameOf(Path file) throws IOException {
    String name = file.getFileName().toString();
    Matcher matcher = NAME.matcher(name);
    try {
      return Labelled.requireSetName(matcher.matches() ? matcher.group(1) : name);
    } catch (IllegalArgumentException e) {
      throw new IOException("name the set of " + file + ": --set (" + e.getMessage() + ")", e);
    }
  }
}
