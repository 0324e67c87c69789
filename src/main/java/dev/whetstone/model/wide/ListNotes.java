package dev.whetstone.model.wide;

import static dev.whetstone.model.wide.Notes.mix;

import java.util.List;

/**
 * How the lists of a step differ from each other and from those before, and some of its numbers.
 */
record ListNotes(Notes notes, Template step, Past past) {
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
    numbers();
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
    notes.add(70, which);
    notes.add(71, mix(Math.min(3, removed.size()), Math.min(3, added.size())));
    notes.add(72, Items.same(union, last));
    notes.add(73, mix(past.given().frame(), Items.order(last)));
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
    notes.add(74, change);
    notes.add(75, mix(change, Math.min(3, rest.length())));
    for (int i = 0; i < Math.min(MAX_SINGLE, runs.size()); i++)
      notes.add(mix(76, i), mix(change, rest.equals(runs.get(i).text()) ? 1 : 0));
    if (rest.length() == 1 && runs.size() > 1 && runs.get(1).text().length() == 1)
      notes.add(77, mix(rest.hashCode(), runs.get(1).text().hashCode()));
  }

  /** Whether the second run is the sign of the problem's longest run that the first one counts. */
  private void counted() {
    List<Run> runs = step.runs();
    if (runs.size() < 2 || runs.getFirst().items().size() != 1) return;
    int n = (int) Items.value(runs.getFirst().items().getFirst());
    String longest = past.given().longest();
    if (n > 0 && n <= longest.length())
      notes.add(78, runs.get(1).text().equals(longest.substring(n - 1, n)));
  }

  private void tail() {
    String tail = past.tail();
    String last = step.runs().getLast().text();
    if (tail.isEmpty()) return;
    int place = tail.startsWith(last) ? 2 : tail.endsWith(last) ? 1 : 0;
    notes.add(79, tail.equals(last) ? 3 : place);
  }

  /** Whether four numbers divide with a rest, and whether a fraction is in lowest terms. */
  private void numbers() {
    List<String> items = step.items();
    if (items.size() >= 4 && items.size() <= MAX_ITEMS) {
      double divisor = Items.value(items.get(1));
      double rest = Items.value(items.get(3));
      boolean whole = Items.value(items.get(0)) == divisor * Items.value(items.get(2)) + rest;
      notes.add(80, (whole ? 1 : 0) + (rest >= 0 && rest < divisor ? 2 : 0));
    }
    for (int i = 0; i < Math.min(MAX_SINGLE, step.runs().size()); i++) {
      List<String> pair = step.runs().get(i).items();
      if (pair.size() == 2 && step.runs().get(i).text().indexOf('/') > 0)
        notes.add(mix(81, i), Items.coprime(Items.value(pair.get(0)), Items.value(pair.get(1))));
    }
  }
}
