package dev.whetstone.blackbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a query asks for: names of metrics, and the labels that it chooses or groups by. */
record PromQl(String text, Set<String> names, Set<String> labels) {
  private static final Pattern STRING = Pattern.compile("\"[^\"]*\"");
  private static final Pattern GROUPED =
      Pattern.compile("\\b(?:by|without|on|ignoring) ?\\(([^)]*)\\)");
  private static final Pattern MATCHED = Pattern.compile("\\{([^}]*)}");
  private static final Pattern RANGE = Pattern.compile("\\[[^]]*]");
  private static final Pattern WORD = Pattern.compile("\\b[a-zA-Z_]\\w*\\b(?!\\s*\\()");
  private static final Set<String> OPERATORS =
      Set.of("and", "or", "unless", "bool", "group_left", "group_right");

  /** Every query of a dashboard, those of its variables too. */
  static List<PromQl> ofPanels(JsonNode dashboard) {
    List<PromQl> queries = new ArrayList<>();
    for (JsonNode expr : dashboard.findValues("expr")) queries.add(read(expr.asText()));
    return queries;
  }

  static PromQl read(String text) {
    Set<String> labels = new TreeSet<>();
    String rest = STRING.matcher(text).replaceAll("");
    rest = take(rest, GROUPED, labels);
    rest = take(rest, MATCHED, labels);
    Set<String> names = words(RANGE.matcher(rest).replaceAll(""));
    names.removeAll(OPERATORS);
    labels.remove("le");
    return new PromQl(text, names, labels);
  }

  /** What is left once the words of all matches are taken out. */
  private static String take(String text, Pattern pattern, Set<String> words) {
    Matcher matcher = pattern.matcher(text);
    matcher.results().forEach(match -> words.addAll(words(match.group(1))));
    return matcher.replaceAll("");
  }

  private static Set<String> words(String text) {
    Set<String> words = new TreeSet<>();
    WORD.matcher(text).results().forEach(word -> words.add(word.group()));
    return words;
  }
}
