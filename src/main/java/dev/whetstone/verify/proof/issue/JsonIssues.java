package dev.whetstone.verify.proof.issue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the issues of a JSON block, {@code {"issues": [...]}} between triple back-quotes. */
final class JsonIssues {
  private static final String FENCE = "```";
  private static final String OPENING = "```json";
  private static final int LONGEST = 65_536;
  private static final int MAX_DEPTH = 16;
  private static final JsonMapper JSON =
      new JsonMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
              .build());

  private JsonIssues() {}

  /** Empty where there is no such block; one unreadable entry where it is no such JSON. */
  static Optional<IssueList> in(String analysis, IssueLimits limits) {
    int start = analysis.lastIndexOf(OPENING);
    if (start < 0) return Optional.empty();
    int end = analysis.indexOf(FENCE, start + OPENING.length());
    String block = analysis.substring(start + OPENING.length(), end < 0 ? analysis.length() : end);
    return Optional.of(list(block, limits));
  }

  private static IssueList list(String block, IssueLimits limits) {
    Optional<JsonNode> root =
        block.length() > LONGEST
            ? Optional.empty()
            : tree(block).or(() -> tree(withLatexBackslashes(block)));
    JsonNode entries = root.map(node -> node.isArray() ? node : node.path("issues")).orElse(null);
    if (entries == null || !entries.isArray()) return new IssueList(List.of(), 1);
    List<Optional<Issue>> issues = new ArrayList<>();
    for (JsonNode entry : entries) issues.add(fields(entry).issue(limits));
    return IssueList.of(issues, limits);
  }

  private static Optional<JsonNode> tree(String block) {
    try (JsonParser json = JSON.createParser(block)) {
      JsonNode root = JSON.readTree(json);
      return json.nextToken() == null ? Optional.ofNullable(root) : Optional.empty();
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /** Models write {@code "\sqrt"} in JSON, which has no such escape: each backslash is doubled. */
  private static String withLatexBackslashes(String block) {
    StringBuilder mended = new StringBuilder(block.length() + 16);
    for (int i = 0; i < block.length(); i++) {
      char c = block.charAt(i);
      mended.append(c);
      if (c != '\\') continue;
      char next = i + 1 < block.length() ? block.charAt(i + 1) : ' ';
      if (next == '"' || next == '\\') mended.append(block.charAt(++i));
      else mended.append('\\');
    }
    return mended.toString();
  }

  private static IssueFields fields(JsonNode entry) {
    return new IssueFields(
        entry.path("step").isNull() ? "" : entry.path("step").asText(),
        text(entry, "quote"),
        text(entry, "claim"),
        text(entry, "severity"),
        text(entry, "reason"));
  }

  private static String text(JsonNode entry, String name) {
    return entry.path(name).isTextual() ? entry.path(name).textValue() : "";
  }
}
