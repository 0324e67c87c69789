package dev.whetstone.task.family;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.task.Grade;
import dev.whetstone.task.Levels;
import dev.whetstone.task.Task;
import dev.whetstone.task.TaskFamily;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class KnightsKnavesTest extends FamilyContract {
  private static final Pattern SAID = Pattern.compile("(?m)^(\\w+): \"(.*)\\.\"$");

  @Override
  TaskFamily family() {
    return new KnightsKnaves();
  }

  @Override
  String solve(String question) {
    List<Map<String, Boolean>> fitting = fitting(question);
    assertEquals(1, fitting.size(), question);
    return fitting.getFirst().entrySet().stream()
        .map(role -> role.getKey() + ": " + (role.getValue() ? "knight" : "knave"))
        .collect(Collectors.joining("; "));
  }

  private static Map<String, String> said(String question) {
    Map<String, String> said = new LinkedHashMap<>();
    Matcher matcher = SAID.matcher(question);
    while (matcher.find())
      said.put(
          matcher.group(1), matcher.group(2).replaceAll("\\bI am\\b", matcher.group(1) + " is"));
    return said;
  }

  /** Every assignment, each statement parsed anew by rewriting its text to "T" or "F". */
  private static List<Map<String, Boolean>> fitting(String question) {
    Map<String, String> said = said(question);
    List<String> names = List.copyOf(said.keySet());
    List<Map<String, Boolean>> fitting = new ArrayList<>();
    for (int world = 0; world < 1 << names.size(); world++) {
      Map<String, Boolean> roles = new LinkedHashMap<>();
      for (int i = 0; i < names.size(); i++) roles.put(names.get(i), (world >> i & 1) == 0);
      if (names.stream().allMatch(n -> truth(said.get(n), roles) == roles.get(n)))
        fitting.add(roles);
    }
    return fitting;
  }

  private static boolean truth(String statement, Map<String, Boolean> roles) {
    String text = statement;
    for (Map.Entry<String, Boolean> role : roles.entrySet())
      text =
          text.replace(role.getKey() + " is a knight", role.getValue() ? "T" : "F")
              .replace(role.getKey() + " is a knave", role.getValue() ? "F" : "T");
    while (text.contains("("))
      text = Pattern.compile("\\(([^()]*)\\)").matcher(text).replaceAll(m -> flat(m.group(1)));
    return flat(text).equals("T");
  }

  private static String flat(String text) {
    if (text.toLowerCase(java.util.Locale.ROOT).startsWith("it is not the case that "))
      return text.endsWith("T") ? "F" : "T";
    if (text.contains(" if and only if "))
      return text.charAt(0) == text.charAt(text.length() - 1) ? "T" : "F";
    if (text.contains(" then ")) return text.substring(3).equals("T then F") ? "F" : "T";
    return text.contains(" or ")
        ? (text.contains("T") ? "T" : "F")
        : text.contains("F") ? "F" : "T";
  }

  @Test
  void guessesFromTheNamesAloneEarnNoMoreThanChance() {
    List<Task> tasks = tasks(Levels.lowest(family().controls()), 2_000);
    for (int world = 0; world < 8; world++) {
      int guess = world;
      double earned = Exploits.earned(tasks, q -> guess(q, guess));
      assertTrue(earned < 0.125 + 0.03, world + " earns " + earned);
    }
  }

  private static String guess(String question, int world) {
    List<String> names = List.copyOf(said(question).keySet());
    List<String> roles = new ArrayList<>();
    for (int i = 0; i < names.size(); i++)
      roles.add(names.get(i) + ((world >> i & 1) == 1 ? " is a knight" : " is a knave"));
    return String.join(", ", roles);
  }

  @Test
  void everyUsualWordingIsRead() {
    for (Task task : tasks(corners().get(1), 20)) {
      Map<String, Boolean> roles = fitting(task.question()).getFirst();
      Function<Boolean, List<String>> who =
          role -> roles.keySet().stream().filter(n -> roles.get(n).equals(role)).toList();
      String knights = String.join(", ", who.apply(true));
      String knaves = String.join(" and ", who.apply(false));
      assertEquals(Grade.RIGHT, task.check().grade("Knights: " + knights + ". Knaves: " + knaves));
      if (!knights.isEmpty() && !knaves.isEmpty())
        assertEquals(
            Grade.RIGHT,
            task.check().grade("So " + knaves + " are knaves, while " + knights + " are knights."));
      List<String> lines = new ArrayList<>();
      roles.forEach(
          (name, knight) -> lines.add("- **" + name + "**: " + (knight ? "Knight" : "Knave")));
      assertEquals(Grade.RIGHT, task.check().grade(String.join("\n", lines.reversed())));
    }
  }
}
