package dev.whetstone.cli.bench.verifier;

import dev.whetstone.model.Scorer;
import dev.whetstone.model.host.Loader;
import dev.whetstone.model.host.MissingGpu;
import dev.whetstone.model.host.ModelFolder;
import dev.whetstone.model.host.ModelFolders;
import dev.whetstone.model.host.Placement;
import dev.whetstone.model.host.Refused;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The models of a folder, by the names that people give them. */
record ModelChoice(Path root, Placement placement) {
  /**
   * @param wish {@code NAME}, for its newest version, or {@code NAME@VERSION}; if empty, the newest
   *     of the only name there is
   * @throws IOException with one line that says why none can be loaded
   */
  Scorer load(Optional<String> wish) throws IOException {
    switch (find(wish)) {
      case ModelFolder.Faulty faulty -> throw new IOException(faulty.refusal().getMessage());
      case ModelFolder.Whole whole -> {
        try {
          return Loader.load(whole.path(), whole.card(), placement);
        } catch (Refused | MissingGpu e) {
          throw new IOException(e.getMessage(), e);
        }
      }
    }
  }

  private ModelFolder find(Optional<String> wish) throws IOException {
    List<ModelFolder> all = ModelFolders.list(root);
    List<ModelFolder> fitting =
        all.stream().filter(f -> wish.isEmpty() || fits(f, wish.get())).toList();
    if (fitting.isEmpty())
      throw new IOException("no model %s in %s%s".formatted(wish.orElse(""), root, known(all)));
    if (wish.isEmpty() && fitting.stream().map(ModelChoice::name).distinct().count() > 1)
      throw new IOException("several models: choose one with --model" + known(all));
    return fitting.getLast();
  }

  private static boolean fits(ModelFolder folder, String wish) {
    return wish.equals(name(folder)) || wish.equals(id(folder));
  }

  private static String known(List<ModelFolder> all) {
    return all.isEmpty() ? "" : "; there are " + String.join(", ", ids(all));
  }

  private static List<String> ids(List<ModelFolder> all) {
    return all.stream().map(ModelChoice::id).toList();
  }

  private static String name(ModelFolder folder) {
    return folder.path().getName(folder.path().getNameCount() - 2).toString();
  }

  private static String id(ModelFolder folder) {
    return name(folder) + "@" + folder.path().getFileName();
  }
}
