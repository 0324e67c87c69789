package dev.whetstone.task.family;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which truths each test rules out.
 *
 * @param yes for each test the truths, a bit each, that show yes in it; all others show no
 */
record KnowledgeBook(List<String> truths, List<String> tests, List<Integer> yes) {
  private static final List<String> MINERALS =
      List.of(
          "agate",
          "amber",
          "azurite",
          "barite",
          "beryl",
          "borax",
          "calcite",
          "cobaltite",
          "cuprite",
          "diamond",
          "feldspar",
          "fluorite",
          "galena",
          "garnet",
          "gypsum",
          "halite",
          "hematite",
          "jade",
          "jasper",
          "kyanite",
          "malachite",
          "mica",
          "olivine",
          "onyx",
          "opal",
          "pyrite",
          "quartz",
          "rutile",
          "spinel",
          "talc",
          "topaz",
          "zircon");
  private static final List<String> TESTS =
      List.of(
          "acid",
          "bead",
          "blade",
          "boiling",
          "cleavage",
          "cooling",
          "current",
          "drill",
          "dye",
          "flame",
          "float",
          "glow",
          "grinding",
          "hammer",
          "heat",
          "lens",
          "magnet",
          "mirror",
          "polish",
          "prism",
          "salt",
          "scratch",
          "smell",
          "streak",
          "ultraviolet",
          "water",
          "weight",
          "x-ray");

  KnowledgeBook {
    truths = List.copyOf(truths);
    tests = List.copyOf(tests);
    yes = List.copyOf(yes);
  }

  /** One whose tests tell any two truths apart. */
  static KnowledgeBook draw(int truths, int tests, int share, RandomGenerator random) {
    List<String> minerals = Draws.distinct(MINERALS, truths, random);
    List<String> names = Draws.distinct(TESTS, tests, random);
    int size = Math.max(1, Math.round(truths * share / 100f));
    KnowledgeBook book;
    do book = new KnowledgeBook(minerals, names, outcomes(truths, tests, size, random));
    while (!book.tellsAllApart());
    return book;
  }

  private static List<Integer> outcomes(int truths, int tests, int size, RandomGenerator random) {
    List<Integer> outcomes = new ArrayList<>();
    for (int test = 0; test < tests; test++)
      outcomes.add(
          Draws.distinct(truths, size, random).stream().mapToInt(truth -> 1 << truth).sum());
    return outcomes;
  }

  private boolean tellsAllApart() {
    return IntStream.range(0, truths.size()).allMatch(truth -> left(truth) == 1 << truth);
  }

  /** What is left once every test is made. */
  private int left(int truth) {
    int left = all();
    for (int test = 0; test < yes.size(); test++) left &= consistent(test, truth);
    return left;
  }

  int all() {
    return (1 << truths.size()) - 1;
  }

  boolean shows(int test, int truth) {
    return (yes.get(test) >> truth & 1) == 1;
  }

  /** The truths that show in this test what this one does. */
  int consistent(int test, int truth) {
    return shows(test, truth) ? yes.get(test) : all() & ~yes.get(test);
  }

  private String names(int some) {
    return IntStream.range(0, truths.size())
        .filter(truth -> (some >> truth & 1) == 1)
        .mapToObj(truths::get)
        .collect(Collectors.joining(", "));
  }

  /** A line for each test. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int test = 0; test < tests.size(); test++)
      text.append(tests.get(test))
          .append(": yes rules out ")
          .append(names(all() & ~yes.get(test)))
          .append("; no rules out ")
          .append(names(yes.get(test)))
          .append('\n');
    return text.toString();
  }
}
