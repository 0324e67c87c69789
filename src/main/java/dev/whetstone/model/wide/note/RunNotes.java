package dev.whetstone.model.wide.note;

import static dev.whetstone.model.wide.note.NoteHashes.mix;

import dev.whetstone.model.wide.template.Run;
import java.util.List;

/** Where each run of a step stands word for word: in the step before, in this one, before them. */
record RunNotes(NoteHashes notes, List<Run> runs, Past past) {
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
    notes.add(Note.RUN_UNUSED.at(i), Math.min(3, past.unused(run.text())));
    notes.add(Note.RUN_SHAPE.at(i), run.shape());
    notes.add(Note.RUN_STRANGE.at(i), isStrange(run));
    if (run.items().size() == 1)
      notes.add(Note.RUN_WORD_AHEAD.at(i), Math.min(3, past.aheadWord(run.items().getFirst())));
    notes.add(Note.RUN_EARLIER.at(i), earlier);
    notes.add(Note.RUN_OWN.at(i), own);
    notes.add(Note.RUN_REWRITTEN.at(i), place);
    notes.add(Note.RUN_KNOWN.at(i), known);
    notes.addKey(Note.RUN_ORIGIN.at(i), mix(mix(earlier, own), mix(place, known)));
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
    return run.text().startsWith("[") && !run.items().stream().allMatch(item -> past.hasWord(item));
  }
}
