package dev.whetstone.cli.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a file of rows holds and how it came about.
 *
 * @param answers whether a right answer can be read from it
 * @param left for what reason how many were left out
 * @param seed from which the same rows can be made again; withheld where it would give away answers
 *     that the file does not hold
 * @param command that made it, without secrets
 */
@RegisterForReflection(
    targets = {Card.class, Card.Curriculum.class, Contents.FamilyCount.class, Export.Written.class})
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record Card(
    String what,
    String format,
    @JsonUnwrapped Export.Written data,
    boolean answers,
    Optional<String> split,
    Optional<Curriculum> curriculum,
    Optional<String> seed,
    Optional<String> run,
    Map<String, Long> left,
    String licence,
    String madeBy,
    String command) {
  /** As a run keeps it: its name, and the hash of its text. */
  record Curriculum(String name, String sha256) {}

  static final String VERSION = "0.1.0";

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  /** Beside the file that it is about. */
  void save(Path file) throws IOException {
    Files.writeString(file.resolveSibling(file.getFileName() + ".card.md"), markdown());
    Files.writeString(
        file.resolveSibling(file.getFileName() + ".card.json"),
        JSON.writeValueAsString(this) + "\n");
  }

  /** What the command says at its end. */
  String line() {
    return "%s: %s rows, %s bytes, SHA-256 %s"
        .formatted(data.file(), count(data.rows()), count(data.bytes()), data.sha256());
  }

  private String markdown() {
    StringBuilder text =
        new StringBuilder("# " + data.file() + "\n\n" + what + "\n\n| | |\n|---|---|\n");
    line(text, "format", format + ", " + data.kind());
    line(text, "rows", count(data.rows()));
    line(text, "bytes", count(data.bytes()));
    line(text, "SHA-256", "`" + data.sha256() + "`");
    line(text, "answers inside", answers ? "yes" : "no");
    split.ifPresent(side -> line(text, "split", side));
    curriculum.ifPresent(c -> line(text, "curriculum", c.name + ", `" + c.sha256 + "`"));
    seed.ifPresent(s -> line(text, "seed", "`" + s + "`"));
    run.ifPresent(id -> line(text, "run", "`" + id + "`"));
    left.forEach((why, rows) -> line(text, "left out: " + why, count(rows)));
    line(text, "licence", licence);
    line(text, "made by", madeBy);
    line(text, "made with", "`" + command + "`");
    if (!data.families().isEmpty())
      text.append("\n| family | version | rows | levels |\n|---|---|---|---|\n");
    data.families().forEach(family -> text.append(row(family)));
    return text.toString();
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append("| ").append(name).append(" | ");
    text.append(value.replace("|", "\\|").replaceAll("\\R", " ")).append(" |\n");
  }

  private static String row(Contents.FamilyCount family) {
    return "| %s | %s | %s | %s |\n"
        .formatted(family.family(), family.version(), count(family.rows()), levels(family));
  }

  private static String levels(Contents.FamilyCount family) {
    return String.join(
        "; ",
        family.levels().entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).toList());
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
