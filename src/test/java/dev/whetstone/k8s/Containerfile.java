package dev.whetstone.k8s;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The last stage of a Containerfile, each instruction in a line.
 *
 * @param lines those of the last stage
 */
record Containerfile(List<String> lines) {
  private static final Pattern COPY = Pattern.compile("(?m)^COPY (--from=build )?(\\S+) (\\S+)$");
  private static final Pattern ENV = Pattern.compile("(\\w+)=(\\S+)");
  private static final String BUILT = "/src/";

  /** What is copied, as it lies in the repository once that is built, and where to. */
  record Copied(Path from, String to) {}

  static Containerfile read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    int last =
        lines.lastIndexOf(lines.stream().filter(l -> l.startsWith("FROM ")).toList().getLast());
    return new Containerfile(lines.subList(last, lines.size()));
  }

  List<Copied> copies() {
    String workdir = only("WORKDIR");
    List<Copied> copies =
        COPY.matcher(String.join("\n", lines))
            .results()
            .map(copy -> new Copied(source(copy), workdir + "/" + copy.group(3)))
            .toList();
    assertEquals(lines.stream().filter(l -> l.startsWith("COPY")).count(), copies.size());
    return copies;
  }

  private static Path source(MatchResult copy) {
    boolean built = copy.group(1) != null;
    return Path.of(built ? copy.group(2).substring(BUILT.length()) : copy.group(2));
  }

  Map<String, String> environment() {
    return lines.stream()
        .filter(line -> line.startsWith("ENV "))
        .flatMap(line -> ENV.matcher(line).results())
        .collect(Collectors.toMap(set -> set.group(1), set -> set.group(2)));
  }

  List<String> words(String instruction) throws IOException {
    return List.of(new ObjectMapper().readValue(only(instruction), String[].class));
  }

  /** What the one instruction of that name says. */
  String only(String instruction) {
    List<String> said = lines.stream().filter(l -> l.startsWith(instruction + " ")).toList();
    assertEquals(1, said.size(), instruction);
    return said.getFirst().substring(instruction.length() + 1);
  }
}
