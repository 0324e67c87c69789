package dev.whetstone.curriculum.file;

import dev.whetstone.curriculum.Curriculum;
import dev.whetstone.task.family.Families;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The curricula of a folder, read and validated once, at start. */
@Startup
@ApplicationScoped
public class Curricula {
  private final Map<String, Curriculum> byName;
  private final Map<String, Curriculum> snapshots = new ConcurrentHashMap<>();

  /**
   * @throws CurriculumErrors with every problem of every file
   */
  public Curricula(
      @ConfigProperty(name = "whetstone.curricula", defaultValue = "curricula") Path folder) {
    byName = Collections.unmodifiableMap(read(folder));
  }

  public Collection<Curriculum> all() {
    return byName.values();
  }

  /**
   * @throws UnknownCurriculum if there is none of that name
   */
  public Curriculum named(String name) {
    Curriculum curriculum = byName.get(name);
    if (curriculum == null) throw new UnknownCurriculum(name, byName.keySet());
    return curriculum;
  }

  /** The curriculum as a run keeps it, whatever became of its file since. */
  public Curriculum parsed(String name, String source) {
    return snapshots.computeIfAbsent(
        source, text -> CurriculumFile.parse(name + ".yaml", text, Families.all()));
  }

  /** Every file of the folder; all problems of all files are told together. */
  public static Map<String, Curriculum> read(Path folder) {
    Map<String, Curriculum> found = new TreeMap<>();
    List<CurriculumProblem> problems = new ArrayList<>();
    for (Path file : files(folder)) {
      try {
        Curriculum curriculum = CurriculumFile.read(file, Families.all());
        if (found.put(curriculum.name(), curriculum) != null)
          problems.add(
              new CurriculumProblem(
                  file.toString(),
                  1,
                  "another file is named '" + curriculum.name() + "' too; rename one"));
      } catch (CurriculumErrors e) {
        problems.addAll(e.problems());
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + file, e);
      }
    }
    if (!problems.isEmpty()) throw new CurriculumErrors(problems);
    return found;
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().matches(".*\\.ya?ml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the curricula in " + folder, e);
    }
  }
}
