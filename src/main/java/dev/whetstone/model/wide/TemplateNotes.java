package dev.whetstone.model.wide;

import static dev.whetstone.model.wide.Notes.mix;

import dev.whetstone.model.equation.Equation;
import dev.whetstone.model.equation.Inference;
import java.util.List;

/**
 * What is noted of a step beside its template: which step it follows, whether its equations hold,
 * and where its runs, numbers and names come from. Exact, and of no problem in particular: what a
 * note means in steps of one template is learnt.
 */
final class TemplateNotes {
  private static final int MAX_EQUATIONS = 6;
  private static final int MAX_INFERENCES = 3;

  private TemplateNotes() {}

  private static int template(Template step, Past past) {
    return mix(step.words(), past.steps() == 0 ? 1 : 0);
  }

  /** Of its template; see {@link Features}. */
  static int[] marks(Template step, Past past) {
    int template = template(step, past);
    return new int[] {mark(mix(template, 1)), mark(mix(template, 2))};
  }

  private static int mark(int hash) {
    return LogisticRegression.SURFACE + (hash & (LogisticRegression.MARKS - 1));
  }

  /** See {@link Features}. */
  static int[] of(Template step, Past past, List<Equation> equations, List<Inference> inferences) {
    Notes notes = new Notes(template(step, past));
    notes.add(1, 0);
    notes.add(2, past.last().hash());
    notes.add(3, mix(past.last().hash(), past.allUsed() ? 1 : 0));
    notes.add(4, step.hash());
    notes.add(5, past.last().words());
    equations(notes, equations, inferences);
    new RunNotes(notes, step.runs(), past).add();
    new ItemNotes(notes, past).add(step.runs());
    new NameNotes(notes, step, past).add();
    new ListNotes(notes, step, past).add();
    notes.add(98, notes.whole());
    notes.add(99, mix(notes.whole(), step.hash()));
    new WordNotes(notes, step, past).add();
    return notes.places();
  }

  private static void equations(Notes notes, List<Equation> equations, List<Inference> inferences) {
    int all = 0;
    for (int i = 0; i < Math.min(MAX_EQUATIONS, equations.size()); i++) {
      int truth = equations.get(i).truth().name().hashCode();
      notes.add(mix(10, i), truth);
      all = mix(all, truth);
    }
    for (int i = 0; i < Math.min(MAX_INFERENCES, inferences.size()); i++)
      notes.addKey(mix(11, i), inferences.get(i).consequence().name().hashCode());
    notes.addKey(12, all);
  }
}
