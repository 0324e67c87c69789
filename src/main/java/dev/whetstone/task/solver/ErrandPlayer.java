package dev.whetstone.task.solver;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the whole shop first, works the errands out on paper, and only then changes it. */
final class ErrandPlayer extends Player {
  private static final Pattern QUESTION =
      Pattern.compile(
          "You keep the stock of a shop with shelves ([A-Z, ]++)\\. Do this, [a-z, ]++:\\n"
              + "((?:- [^\\n]++\\n)++)You can call:\\n(?s:.*)");
  private static final Pattern NUMBER = Pattern.compile("\\d{3,4}");
  private static final Pattern ARTICLE =
      Pattern.compile(
          "read: (\\d{3,4}) is the ([a-z]++) on shelf ([A-Z]), quantity (\\d{1,6}), price"
              + " (\\d{1,6}), (?s:.*)");
  private static final Pattern ERRAND =
      Pattern.compile(
          "- (?:Move the (?<carry>[a-z]++) to shelf (?<to>[A-Z])"
              + "|Raise the price of the (?<raise>[a-z]++) by (?<more>\\d{1,3})"
              + "|(?<come>\\d{1,3}) more of the (?<deliver>[a-z]++) have come in; [a-z ]++"
              + "|Let the (?<match>[a-z]++) cost as much as the (?<with>[a-z]++)"
              + "|Move the dearest article of shelf (?<dearest>[A-Z]) to shelf (?<there>[A-Z])"
              + "|Remove every article of shelf (?<clear>[A-Z]) of which there are fewer than"
              + " (?<few>\\d{1,3}))\\.");

  /** One row of the paper. */
  private static final class Row {
    private final String number;
    private final String name;
    private String shelf;
    private int quantity;
    private int price;
    private boolean gone;

    Row(Matcher said) {
      number = said.group(1);
      name = said.group(2);
      shelf = said.group(3);
      quantity = Integer.parseInt(said.group(4));
      price = Integer.parseInt(said.group(5));
    }
  }

  @Override
  public String way() {
    return "reading all articles and working on a copy, where the family runs each errand by tools";
  }

  @Override
  boolean play(String question, Table table) {
    Matcher asked = QUESTION.matcher(question);
    if (!asked.matches()) return false;
    List<Row> rows = rows(asked.group(1).split(", ", -1), table);
    List<String> calls = new ArrayList<>();
    for (String line : asked.group(2).split("\n", -1))
      if (!line.isEmpty() && !work(line, rows, calls)) return false;
    calls.add("finish()");
    table.say(String.join("\n", calls));
    return true;
  }

  private static List<Row> rows(String[] shelves, Table table) {
    List<Row> rows = new ArrayList<>();
    for (String shelf : shelves) {
      String listed = table.say("list(" + shelf + ")").said();
      for (String number : NUMBER.matcher(listed).results().map(MatchResult::group).toList()) {
        Matcher said = ARTICLE.matcher(table.say("read(" + number + ")").said());
        if (said.matches()) rows.add(new Row(said));
      }
    }
    return rows;
  }

  private static boolean work(String line, List<Row> rows, List<String> calls) {
    Matcher errand = ERRAND.matcher(line);
    if (!errand.matches()) return false;
    String shelf = errand.group("dearest");
    if (shelf != null) transfer(dearest(shelf, rows), errand.group("there"), calls);
    else for (Row row : rows) if (!row.gone) work(errand, row, rows, calls);
    return true;
  }

  private static void work(Matcher errand, Row row, List<Row> rows, List<String> calls) {
    if (row.name.equals(errand.group("carry"))) transfer(row, errand.group("to"), calls);
    if (row.name.equals(errand.group("raise")))
      price(row, row.price + Integer.parseInt(errand.group("more")), calls);
    if (row.name.equals(errand.group("match")))
      rows.stream()
          .filter(r -> !r.gone && r.name.equals(errand.group("with")))
          .forEach(r -> price(row, r.price, calls));
    if (row.name.equals(errand.group("deliver"))) {
      row.quantity += Integer.parseInt(errand.group("come"));
      calls.add("set_quantity(" + row.number + ", " + row.quantity + ")");
    }
    if (row.shelf.equals(errand.group("clear"))
        && row.quantity < Integer.parseInt(errand.group("few"))) {
      row.gone = true;
      calls.add("remove(" + row.number + ")");
    }
  }

  private static Row dearest(String shelf, List<Row> rows) {
    return rows.stream()
        .filter(row -> !row.gone && row.shelf.equals(shelf))
        .max(Comparator.comparingInt(row -> row.price))
        .orElseThrow(Effort.Exceeded::new);
  }

  private static void transfer(Row row, String shelf, List<String> calls) {
    row.shelf = shelf;
    calls.add("transfer(" + row.number + ", " + shelf + ")");
  }

  private static void price(Row row, int price, List<String> calls) {
    row.price = price;
    calls.add("set_price(" + row.number + ", " + price + ")");
  }
}
