package dev.whetstone.model.wide;

import static dev.whetstone.model.wide.Notes.mix;

import java.util.List;

/** Where each run of a step stands word for word: in the step before, in this one, before them. */
record RunNotes(Notes notes, List<Run> runs, Past past) {
  /** Runs of a step that are noted. */
  static final int MAX_RUNS = 12;

  private static final int MAX_EARLIER = 6;
  private static final int NOT_EARLIER = 9;
  private static final int NOT_OWN = 15;

  void add() {
    for (int i = 0; i < Math.min(MAX_RUNS, runs.size()); i++) add(i);
  }

  private void add(int i) {
    Run run = runs.get(i);
    int earlier = earlier(run.text());
    int own = own(i);
    int place = past.rewritten().place(run.text());
    int known = past.hasRun(run.text()) ? 1 : past.given().holds(run.text()) ? 2 : 0;
    notes.add(mix(25, i), Math.min(3, past.unused(run.text())));
    notes.add(mix(27, i), run.shape());
    notes.add(mix(26, i), isStrange(run));
    if (run.items().size() == 1)
      notes.add(mix(28, i), Math.min(3, past.aheadWord(run.items().getFirst())));
    notes.add(mix(20, i), earlier);
    notes.add(mix(21, i), own);
    notes.add(mix(22, i), place);
    notes.add(mix(23, i), known);
    notes.addKey(mix(24, i), mix(mix(earlier, own), mix(place, known)));
  }

  /** Its place in the last step, from the end. */
  private int earlier(String text) {
    List<Run> before = past.last().runs();
    for (int k = 0; k < Math.min(MAX_EARLIER, before.size()); k++)
      if (before.get(before.size() - 1 - k).text().equals(text)) return k;
    return NOT_EARLIER;
  }

  private int own(int i) {
    for (int k = 0; k < i; k++) if (runs.get(k).text().equals(runs.get(i).text())) return k;
    return NOT_OWN;
  }

  /** Whether it lists a word that the problem has not. */
  private boolean isStrange(Run run) {
    return run.text().startsWith("[")
        && !run.items().stream().allMatch(item -> past.vocabulary().has(item));
  }
}
