package dev.whetstone.model.wide.note;

import static dev.whetstone.model.wide.note.NoteHashes.mix;

import dev.whetstone.model.wide.template.Run;
import dev.whetstone.model.wide.template.Template;
import java.util.List;

/**
 * How the lists of a step differ from each other and from those before, and some of its numbers.
 */
record ListNotes(NoteHashes notes, Template step, Past past) {
  private static final int MAX_COMPARED = 200;
  private static final int MAX_RUNS = 6;
  private static final int MAX_SINGLE = 4;
  private static final int MAX_ITEMS = 6;

  void add() {
    if (step.runs().isEmpty()) return;
    if (step.runs().size() > 1) lists();
    ends();
    counted();
    tail();
    division();
    fractions();
  }

  private void lists() {
    List<Run> runs = step.runs();
    List<String> first = runs.getFirst().items();
    List<String> last = runs.getLast().items();
    if (first.size() + last.size() > MAX_COMPARED) return;
    List<String> removed = Items.minus(first, last);
    List<String> added = Items.minus(last, first);
    int which = 0;
    for (int i = 1; i < Math.min(MAX_RUNS, runs.size() - 1); i++) {
      if (Items.same(runs.get(i).items(), removed)) which |= 1 << i;
      if (Items.same(runs.get(i).items(), added)) which |= 1 << (MAX_RUNS + i);
    }
    List<Run> others = runs.subList(0, runs.size() - 1);
    List<String> union = others.stream().flatMap(run -> run.items().stream()).toList();
    notes.add(Note.LIST_CHANGES, which);
    notes.add(Note.LIST_CHANGE_SIZES, mix(Math.min(3, removed.size()), Math.min(3, added.size())));
    notes.add(Note.LIST_UNION, Items.same(union, last));
    notes.add(Note.LIST_ORDER, mix(past.given().frame(), Items.order(last)));
  }

  /** What the last run has at its end that the last step's has not, or the reverse. */
  private void ends() {
    List<Run> runs = step.runs();
    List<Run> before = past.last().runs();
    String now = runs.getLast().text();
    String old = before.isEmpty() ? "" : before.getLast().text();
    int change = now.equals(old) ? 0 : now.startsWith(old) ? 1 : old.startsWith(now) ? 2 : 3;
    String rest = change == 1 ? now.substring(old.length()) : "";
    if (change == 2) rest = old.substring(now.length());
    notes.add(Note.END, change);
    notes.add(Note.END_LENGTH, mix(change, Math.min(3, rest.length())));
    for (int i = 0; i < Math.min(MAX_SINGLE, runs.size()); i++)
      notes.add(Note.END_RUN.at(i), mix(change, rest.equals(runs.get(i).text()) ? 1 : 0));
    if (rest.length() == 1 && runs.size() > 1 && runs.get(1).text().length() == 1)
      notes.add(Note.END_SIGN, mix(rest.hashCode(), runs.get(1).text().hashCode()));
  }

  /** Whether the second run is the sign of the problem's longest run that the first one counts. */
  private void counted() {
    List<Run> runs = step.runs();
    if (runs.size() < 2 || runs.getFirst().items().size() != 1) return;
    int n = (int) Items.value(runs.getFirst().items().getFirst());
    String longest = past.given().longest();
    if (n > 0 && n <= longest.length())
      notes.add(Note.COUNTED_SIGN, runs.get(1).text().equals(longest.substring(n - 1, n)));
  }

  private void tail() {
    String tail = past.tail();
    String last = step.runs().getLast().text();
    if (tail.isEmpty()) return;
    int place = tail.startsWith(last) ? 2 : tail.endsWith(last) ? 1 : 0;
    notes.add(Note.TAIL, tail.equals(last) ? 3 : place);
  }

  /** Whether a step's numbers are a dividend, a divisor, a quotient and a rest. */
  private void division() {
    List<String> items = step.items();
    if (items.size() < 4 || items.size() > MAX_ITEMS) return;
    double divisor = Items.value(items.get(1));
    double rest = Items.value(items.get(3));
    boolean whole = Items.value(items.get(0)) == divisor * Items.value(items.get(2)) + rest;
    notes.add(Note.DIVISION, (whole ? 1 : 0) + (rest >= 0 && rest < divisor ? 2 : 0));
  }

  private void fractions() {
    for (int i = 0; i < Math.min(MAX_SINGLE, step.runs().size()); i++) {
      Run run = step.runs().get(i);
      if (run.items().size() != 2 || run.text().indexOf('/') <= 0) continue;
      double numerator = Items.value(run.items().get(0));
      double denominator = Items.value(run.items().get(1));
      notes.add(Note.LOWEST_TERMS.at(i), Items.coprime(numerator, denominator));
    }
  }
}
