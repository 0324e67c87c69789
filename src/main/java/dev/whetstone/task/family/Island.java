package dev.whetstone.task.family;

import dev.whetstone.task.Flaw;
import dev.whetstone.task.Slip;
import dev.whetstone.task.Worked;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * An island of knights and knaves, solved case by case: a world is a set of bits, 1 for a knight.
 *
 * @param claims what each of the people says
 */
record Island(List<String> names, List<IslandClaim> claims) implements Worked {
  static boolean isKnight(int world, int person) {
    return (world >> person & 1) == 1;
  }

  /** Whether just one world fits; every world is tried until a second one does. */
  boolean isUnique() {
    int count = 0;
    for (int world = 0; world < 1 << names.size() && count < 2; world++) if (fits(world)) count++;
    return count == 1;
  }

  private boolean fits(int world) {
    for (int i = 0; i < claims.size(); i++)
      if (claims.get(i).holds(world) != isKnight(world, i)) return false;
    return true;
  }

  String said(int speaker) {
    StringBuilder text = new StringBuilder();
    claims.get(speaker).write(text, names, speaker);
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  /** The roles of the first {@code known} people. */
  String told(int world, int known) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < known; i++) {
      if (i > 0) text.append(known == 2 ? " and " : i == known - 1 ? ", and " : ", ");
      text.append(names.get(i)).append(isKnight(world, i) ? " is a knight" : " is a knave");
    }
    return text.toString();
  }

  /**
   * A case: the roles of the first {@code known} people are supposed.
   *
   * @param culprit whose words contradict it, or -1 where everything is known and fits
   */
  private record Case(int world, int known, int culprit) {}

  private List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    explore(0, 1, cases);
    return cases;
  }

  private void explore(int others, int known, List<Case> cases) {
    for (int role = 1; role >= 0; role--) {
      int world = others | role << (known - 1);
      int culprit = 0;
      while (culprit < known && !clashes(world, known, culprit)) culprit++;
      if (culprit < known) cases.add(new Case(world, known, culprit));
      else if (known == names.size()) cases.add(new Case(world, known, -1));
      else explore(world, known + 1, cases);
    }
  }

  /** Whether the person's words cannot match the role, whatever the others are. */
  private boolean clashes(int world, int known, int person) {
    return always(world, known, person, !isKnight(world, person));
  }

  private boolean always(int world, int known, int person, boolean truth) {
    for (int rest = 0; rest < 1 << (names.size() - known); rest++)
      if (claims.get(person).holds(world | rest << known) != truth) return false;
    return true;
  }

  @Override
  public Draft write(Slip slip) {
    List<Case> cases = cases();
    List<String> steps = new ArrayList<>();
    int found = -1;
    for (int i = 0; i < cases.size(); i++) {
      if (slip.hits(i, Flaw.SKIPPED_CASE)) continue;
      Verdict verdict = verdict(cases.get(i), i, slip);
      steps.add("Suppose " + told(cases.get(i).world, cases.get(i).known) + ". " + verdict.text);
      if (verdict.fits && found < 0) found = cases.get(i).world;
    }
    if (slip.hits(cases.size(), Flaw.WRONG_OPERAND))
      found ^= 1 << slip.random().nextInt(names.size());
    String answer = found < 0 ? "nobody can be anything" : told(found, names.size());
    steps.add("That covers every case, so " + answer + ".");
    return new Draft(steps, answer);
  }

  private record Verdict(String text, boolean fits) {}

  private Verdict verdict(Case at, int step, Slip slip) {
    if (slip.hits(step, Flaw.WRONG_ARITHMETIC)) {
      List<Integer> misjudged = innocent(at, false);
      return clash(at, misjudged.get(slip.random().nextInt(misjudged.size())), false);
    }
    if (slip.hits(step, Flaw.WRONG_RULE))
      return at.culprit >= 0 && at.known == names.size()
          ? new Verdict(judged(at, at.culprit, false) + ", which is as it should be.", true)
          : clash(at, innocent(at, true).getFirst(), true);
    return at.culprit < 0
        ? new Verdict("Then what each knight says is true and what each knave says false.", true)
        : clash(at, at.culprit, false);
  }

  private Verdict clash(Case at, int person, boolean matching) {
    return new Verdict(judged(at, person, matching) + ", a contradiction.", false);
  }

  private String judged(Case at, int person, boolean matching) {
    boolean knight = isKnight(at.world, person);
    return "Then what %s says is %b, and %1$s is a %s"
        .formatted(names.get(person), knight == matching, knight ? "knight" : "knave");
  }

  /** Those whose words do not clash with the case; where {@code sure}, whose words match it. */
  private List<Integer> innocent(Case at, boolean sure) {
    List<Integer> people = new ArrayList<>();
    for (int i = 0; i < at.known; i++)
      if (sure
          ? always(at.world, at.known, i, isKnight(at.world, i))
          : !clashes(at.world, at.known, i)) people.add(i);
    return people;
  }

  @Override
  public Set<Flaw> flaws(int step) {
    List<Case> cases = cases();
    if (step == cases.size()) return EnumSet.of(Flaw.WRONG_OPERAND);
    Case at = cases.get(step);
    EnumSet<Flaw> flaws = EnumSet.noneOf(Flaw.class);
    if (!innocent(at, false).isEmpty()) flaws.add(Flaw.WRONG_ARITHMETIC);
    if (!innocent(at, true).isEmpty() || at.known == names.size()) flaws.add(Flaw.WRONG_RULE);
    if (step == cases.size() - 1) flaws.add(Flaw.SKIPPED_CASE);
    return flaws;
  }
}
