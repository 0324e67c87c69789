package dev.whetstone.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The page of calls has each call of the frozen interface, and no other, with an example. */
class ApiPageTest {
  private static final Path PAGE = Path.of("src/site/markdown/api.md");
  private static final Path FROZEN = Path.of("src/test/resources/openapi.yaml");
  private static final Pattern CALL =
      Pattern.compile("(?m)^### `([A-Z]+ \\S+)`\\n\\n.+\\n\\n```\\n\\$ curl .+\\n.+");

  @Test
  void everyCallStandsThereWithAnExample() throws IOException {
    List<String> shown =
        CALL.matcher(Files.readString(PAGE)).results().map((MatchResult r) -> r.group(1)).toList();
    assertEquals(frozen(), new TreeSet<>(shown));
  }

  private static SortedSet<String> frozen() throws IOException {
    Map<String, Map<String, Map<String, Object>>> api = new Yaml().load(Files.readString(FROZEN));
    SortedSet<String> calls = new TreeSet<>();
    api.get("paths")
        .forEach(
            (path, methods) ->
                methods
                    .keySet()
                    .forEach(method -> calls.add(method.toUpperCase(Locale.ROOT) + " " + path)));
    return calls;
  }
}
