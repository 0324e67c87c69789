package dev.whetstone.task.family;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads who is what: "A is a knight, B a knave", "B: knave; A: knight", "Knights: A. Knaves: B".
 */
record IslandRoster(List<String> names) {
  private static final int MAX_LINE = 1_000;
  private static final Pattern BREAK = Pattern.compile("[^\\p{L}']++");
  private static final List<String> ROLES = List.of("knave", "knight", "knaves", "knights");

  /** The empty word among them. */
  private static final Set<String> FILLERS =
      Set.of(" is are a an the and both all while so thus hence therefore none".split(" ", -1));

  Optional<Integer> readLines(List<String> lines) {
    return lines.stream().allMatch(line -> read(line, 1).isPresent())
        ? read(String.join(", ", lines))
        : Optional.empty();
  }

  Optional<Integer> read(String line) {
    return read(line, names.size());
  }

  /** The world stated, the unnamed being knaves; empty unless so many are named, each once. */
  private Optional<Integer> read(String line, int wanted) {
    if (line.length() > MAX_LINE) return Optional.empty();
    List<String> words =
        Arrays.stream(BREAK.split(line.toLowerCase(Locale.ROOT), -1))
            .filter(word -> !FILLERS.contains(word))
            .toList();
    boolean roleFirst = !words.isEmpty() && ROLES.contains(words.getFirst());
    return stated(roleFirst ? words : words.reversed(), wanted, roleFirst);
  }

  /** Each role before its people, as it is when a line of people and roles is read backwards. */
  private Optional<Integer> stated(List<String> words, int wanted, boolean roleMayBeEmpty) {
    int role = -1;
    int named = 0;
    int world = 0;
    boolean idle = false;
    for (String word : words) {
      int person = names.indexOf(word);
      if (ROLES.contains(word)) {
        if (idle && !roleMayBeEmpty) return Optional.empty();
        role = ROLES.indexOf(word) & 1;
        idle = true;
      } else if (person < 0 || role < 0 || (named >> person & 1) == 1) return Optional.empty();
      else {
        named |= 1 << person;
        world |= role << person;
        idle = false;
      }
    }
    return Integer.bitCount(named) == wanted ? Optional.of(world) : Optional.empty();
  }
}
