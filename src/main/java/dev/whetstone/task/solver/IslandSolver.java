package dev.whetstone.task.solver;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tries every assignment, rewriting each statement's text until it says true or false. */
final class IslandSolver implements Solver {
  private static final Pattern QUESTION =
      Pattern.compile(
          "On an island everyone is either a knight, who always tells the truth, or a knave, who"
              + " always lies\\.\\n((?:\\w{1,30}: \"[\\w (),.']{1,1000}\\.\"\\n){1,8})\\('Or'"
              + " allows both; [^\\n]{1,200}\\)\\nOnly one assignment of knights and knaves fits\\."
              + " Which\\? Give everyone's on one line, in the form: X is a knight, Y is a knave,"
              + " \\.\\.\\.");
  private static final Pattern SAID = Pattern.compile("(?m)^(\\w+): \"(.*)\\.\"$");
  private static final Pattern INNERMOST = Pattern.compile("\\(([^()]*)\\)");
  private static final Pattern ROLE =
      Pattern.compile("(\\w{1,30}) (?:is|was) a (knight|knave)|(\\w{1,30}): (knight|knave)");
  private static final int MAX_PARENTHESES = 100;

  @Override
  public String way() {
    return "every assignment tried on the printed statements, rewritten to true or false";
  }

  @Override
  public Optional<Solved> solve(String question) {
    Matcher asked = QUESTION.matcher(question);
    if (!asked.matches()) return Optional.empty();
    Map<String, String> said = new LinkedHashMap<>();
    Matcher statements = SAID.matcher(asked.group(1));
    while (statements.find())
      said.put(
          statements.group(1),
          statements.group(2).replaceAll("\\bI am\\b", statements.group(1) + " is"));
    List<Map<String, Boolean>> fitting = new ArrayList<>();
    List<String> names = List.copyOf(said.keySet());
    for (int world = 0; world < 1 << names.size() && fitting.size() < 2; world++) {
      Map<String, Boolean> roles = new TreeMap<>();
      for (int i = 0; i < names.size(); i++) roles.put(names.get(i), (world >> i & 1) == 0);
      for (String name : names) if (truth(said.get(name), roles).isEmpty()) return Optional.empty();
      if (names.stream().allMatch(n -> truth(said.get(n), roles).equals(Optional.of(roles.get(n)))))
        fitting.add(roles);
    }
    if (fitting.size() != 1)
      return Optional.of(fitting.isEmpty() ? Solved.none() : Solved.several());
    return Optional.of(Solved.witness(answer -> roles(answer).equals(fitting.getFirst())));
  }

  private static Map<String, Boolean> roles(String answer) {
    Map<String, Boolean> roles = new TreeMap<>();
    Matcher role = ROLE.matcher(answer);
    while (role.find()) roles.put(role.group(1), role.group(2).equals("knight"));
    return roles;
  }

  private static Optional<Boolean> truth(String statement, Map<String, Boolean> roles) {
    String text = statement;
    for (Map.Entry<String, Boolean> role : roles.entrySet())
      text =
          text.replaceAll("\\b" + role.getKey() + " is a knight", role.getValue() ? "T" : "F")
              .replaceAll("\\b" + role.getKey() + " is a knave", role.getValue() ? "F" : "T");
    for (int i = 0; i < MAX_PARENTHESES && text.contains("("); i++)
      text = INNERMOST.matcher(text).replaceAll(inner -> flat(inner.group(1)));
    String flat = flat(text);
    return flat.equals("?") ? Optional.empty() : Optional.of(flat.equals("T"));
  }

  /** "T", "F", or "?" for what is no statement. */
  private static String flat(String text) {
    String plain = text.replaceFirst("^[Ii]f ", "if ").replaceFirst("^[Ii]t is", "it is");
    if (plain.matches("it is not the case that [TF]")) return plain.endsWith("T") ? "F" : "T";
    if (plain.matches("[TF] if and only if [TF]"))
      return plain.charAt(0) == plain.charAt(plain.length() - 1) ? "T" : "F";
    if (plain.matches("if [TF] then [TF]")) return plain.equals("if T then F") ? "F" : "T";
    if (plain.matches("[TF](?:(?:,| or|, or) [TF])+")) return plain.contains("T") ? "T" : "F";
    if (plain.matches("[TF](?:(?:,| and|, and) [TF])+")) return plain.contains("F") ? "F" : "T";
    return plain.matches("[TF]") ? plain : "?";
  }
}
