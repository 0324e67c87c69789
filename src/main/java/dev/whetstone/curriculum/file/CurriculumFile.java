package dev.whetstone.curriculum.file;

import dev.whetstone.curriculum.Curriculum;
import dev.whetstone.curriculum.FamilyRange;
import dev.whetstone.curriculum.Learning;
import dev.whetstone.curriculum.Replay;
import dev.whetstone.curriculum.Scheduler;
import dev.whetstone.task.TaskFamily;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a curriculum from YAML; nothing is constructed from it but nodes, and those bounded. */
public final class CurriculumFile {
  /** Characters of a file; a longer one is refused. */
  public static final int MAX_LENGTH = 65_536;

  private static final int MAX_DEPTH = 8;
  private static final List<String> KEYS =
      List.of("name", "description", "scheduler", "learning", "replay", "families");

  private final List<TaskFamily> known;
  private final String text;
  private final Problems problems;

  private CurriculumFile(String file, String text, List<TaskFamily> known) {
    this.known = known;
    this.text = text;
    this.problems = new Problems(file);
  }

  /**
   * Reads a file from disk.
   *
   * @throws CurriculumErrors with every fault of the file
   */
  public static Curriculum read(Path file, List<TaskFamily> known) throws IOException {
    if (Files.size(file) > 4L * MAX_LENGTH) throw tooLong(file.toString());
    return parse(file.toString(), Files.readString(file), known);
  }

  /**
   * Reads a text, as of a file or of a run's snapshot.
   *
   * @param file how faults call it
   * @param known the families that there are
   * @throws CurriculumErrors with every fault of the text
   */
  public static Curriculum parse(String file, String text, List<TaskFamily> known) {
    if (text.length() > MAX_LENGTH) throw tooLong(file);
    return new CurriculumFile(file, text, known).curriculum();
  }

  private static CurriculumErrors tooLong(String file) {
    Problems problems = new Problems(file);
    problems.add(1, "longer than " + MAX_LENGTH + " characters; split it into several curricula");
    return problems.errors();
  }

  private Curriculum curriculum() {
    Optional<Node> root = compose();
    if (root.isEmpty()) throw problems.errors();
    Fields fields = Fields.of(root.get(), "a curriculum", problems);
    fields.allowOnly("key", KEYS);
    Optional<String> name = fields.text("name", true);
    Optional<String> description = fields.text("description", false);
    Scheduler scheduler = SchedulerFile.read(section(fields, "scheduler"));
    Learning learning = LearningFile.read(section(fields, "learning"));
    Replay replay = ReplayFile.read(section(fields, "replay"));
    List<FamilyRange> families = families(fields);
    if (!problems.isEmpty()) throw problems.errors();
    return new Curriculum(
        name.orElseThrow(), description.orElse(""), families, learning, scheduler, replay, text);
  }

  private Optional<Node> compose() {
    try {
      Node root = new Yaml(limits()).compose(new StringReader(text));
      if (root == null) problems.add(1, "the file is empty; write 'name:' and 'families:'");
      return Optional.ofNullable(root);
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      problems.add(line, "not YAML: " + Problems.shown(e.getProblem()) + "; check the indentation");
    } catch (YAMLException e) {
      problems.add(1, "refused: " + Problems.shown(e.getMessage()) + "; write it out plainly");
    }
    return Optional.empty();
  }

  /** No alias of a list or mapping, so that nothing small unfolds into something large. */
  private static LoaderOptions limits() {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(0);
    options.setNestingDepthLimit(MAX_DEPTH);
    options.setCodePointLimit(MAX_LENGTH);
    options.setAllowRecursiveKeys(false);
    return options;
  }

  private Fields section(Fields fields, String key) {
    return fields
        .value(key)
        .map(node -> Fields.of(node, "'" + key + "'", problems))
        .orElseGet(() -> Fields.none(fields.at(), problems));
  }

  private List<FamilyRange> families(Fields fields) {
    Fields section = section(fields, "families");
    if (section.entries().isEmpty() && Fields.isMapping(section.at()))
      problems.add(
          section.at(), "'families' lists no family; write at least one, such as " + first());
    List<FamilyRange> families = new ArrayList<>();
    section.forEach((name, field) -> family(name, field).ifPresent(families::add));
    return families;
  }

  private String first() {
    return "'" + known.getFirst().name() + ":'";
  }

  private Optional<FamilyRange> family(String name, Fields.Field field) {
    Optional<TaskFamily> family = known.stream().filter(f -> f.name().equals(name)).findFirst();
    if (family.isEmpty())
      problems.unknown(field.key(), "family", name, known.stream().map(TaskFamily::name).toList());
    return family.map(
        f -> new FamilyFile(f, Fields.of(field.value(), "'" + name + "'", problems)).read());
  }
}
