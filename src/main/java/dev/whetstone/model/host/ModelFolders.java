package dev.whetstone.model.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** All models under a root folder, whole or faulty; one's fault never hides another. */
public final class ModelFolders {
  /** Numbers first and by value, then words by their letters: 2, 10, 1a. */
  public static final Comparator<String> VERSIONS =
      Comparator.comparing((String version) -> !isNumber(version))
          .thenComparing(version -> isNumber(version) ? new BigInteger(version) : BigInteger.ZERO)
          .thenComparing(Comparator.naturalOrder());

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,64}");

  private final Path root;
  private final List<ModelFolder> found = new ArrayList<>();

  private ModelFolders(Path root) {
    this.root = root;
  }

  /**
   * By name, then by version; plain files and hidden entries beside the folders are passed over.
   *
   * @param root where models lie; empty if it is not there
   * @throws UncheckedIOException if it is there and cannot be read
   */
  public static List<ModelFolder> list(Path root) {
    if (!Files.isDirectory(root)) return List.of();
    try {
      ModelFolders folders = new ModelFolders(root.toRealPath());
      folders.names(root);
      return List.copyOf(folders.found);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the models in " + root, e);
    }
  }

  /** Whether a model's name or version may be that of a folder. */
  static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  private void names(Path root) throws IOException {
    for (Path name : entries(root, Comparator.naturalOrder())) {
      try {
        check(name);
        for (Path version : entries(name, VERSIONS)) found.add(read(version));
      } catch (Refused e) {
        found.add(new ModelFolder.Faulty(name, e));
      } catch (IOException e) {
        found.add(new ModelFolder.Faulty(name, unreadable(name, e)));
      }
    }
  }

  private ModelFolder read(Path folder) {
    try {
      check(folder);
      return new ModelFolder.Whole(folder, Cards.read(folder));
    } catch (Refused e) {
      return new ModelFolder.Faulty(folder, e);
    }
  }

  private void check(Path folder) throws Refused {
    if (!isName(folder.getFileName().toString()))
      throw new Refused(folder, "", "a folder's name is " + NAME.pattern());
    try {
      if (!folder.toRealPath().startsWith(root))
        throw new Refused(folder, "", "the link leads out of the models' folder");
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
  }

  private static Refused unreadable(Path folder, IOException e) {
    return new Refused(folder, "", "it cannot be read: " + Refused.said(e), e);
  }

  /** Folders, and links wherever they lead: a broken one is told, not passed over. */
  private static List<Path> entries(Path folder, Comparator<String> order) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(entry -> Files.isDirectory(entry) || Files.isSymbolicLink(entry))
          .filter(entry -> !entry.getFileName().toString().startsWith("."))
          .sorted(Comparator.comparing(entry -> entry.getFileName().toString(), order))
          .toList();
    }
  }

  private static boolean isNumber(String version) {
    return NUMBER.matcher(version).matches();
  }
}
