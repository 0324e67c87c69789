package dev.whetstone.model.wide.note;

import static dev.whetstone.model.wide.note.NoteHashes.mix;

import dev.whetstone.model.equation.Equation;
import dev.whetstone.model.equation.Inference;
import dev.whetstone.model.equation.Truth;
import dev.whetstone.model.wide.template.Template;
import java.util.List;

/**
 * What is noted of a step beside its template: which step it follows, whether its equations hold,
 * and where its runs, numbers and names come from. Exact, and of no problem in particular: what a
 * note means in steps of one template is learnt.
 *
 * @param marks {@link #TEMPLATE_MARKS} hashes of its template in the kind of task that its problem
 *     sets, for the same words can be right in one and wrong in another; then two of each key note,
 *     unless an equation fails: that needs nothing else to be known
 * @param notes hashes, at most {@link #MAX}, in an order that is part of their sum
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record StepNotes(int[] marks, int[] notes) {
  /** A step of more is left to what its surface says. */
  public static final int MAX = 256;

  /** How many marks, the first, are of the template alone. */
  public static final int TEMPLATE_MARKS = 2;

  private static final int MAX_EQUATIONS = 6;
  private static final int MAX_INFERENCES = 3;

  /** Of a step whose template is not asked for. */
  public static StepNotes none() {
    return new StepNotes(new int[0], new int[0]);
  }

  public static StepNotes of(
      Template step, Past past, List<Equation> equations, List<Inference> inferences) {
    int template = mix(mix(step.words(), past.steps() == 0 ? 1 : 0), past.given().task());
    NoteHashes notes = new NoteHashes(template);
    forms(notes, step, past);
    new GridNotes(notes, step, past.board()).add();
    past.expansion().ifPresent(all -> new ExpansionNotes(notes, step, all).add());
    equations(notes, equations, inferences);
    new RunNotes(notes, step.runs(), past).add();
    new ItemNotes(notes, past).add(step.runs());
    new NameNotes(notes, step, past).add();
    new ListNotes(notes, step, past).add();
    notes.add(Note.WHOLE, notes.whole());
    notes.add(Note.WHOLE_FORM, mix(notes.whole(), step.hash()));
    new WordNotes(notes, step, past).add();
    new PieceNotes(notes, step, past).add();
    int[] marks = fails(equations) ? notes.templateMarks() : notes.marks();
    return notes.isFull() ? none() : new StepNotes(marks, notes.all());
  }

  private static boolean fails(List<Equation> equations) {
    return equations.stream().anyMatch(equation -> equation.truth() == Truth.FAILS);
  }

  private static void forms(NoteHashes notes, Template step, Past past) {
    int last = past.last().hash();
    notes.add(Note.TEMPLATE, 0);
    notes.add(Note.LAST_FORM, last);
    notes.add(Note.LAST_FORM_AND_USED, mix(last, past.allUsed() ? 1 : 0));
    notes.add(Note.FORM, step.hash());
    notes.add(Note.LAST_TEMPLATE, past.last().words());
  }

  private static void equations(
      NoteHashes notes, List<Equation> equations, List<Inference> inferences) {
    int all = 0;
    for (int i = 0; i < Math.min(MAX_EQUATIONS, equations.size()); i++) {
      int truth = equations.get(i).truth().name().hashCode();
      notes.add(Note.TRUTH.at(i), truth);
      all = mix(all, truth);
    }
    for (int i = 0; i < Math.min(MAX_INFERENCES, inferences.size()); i++)
      notes.addKey(Note.CONSEQUENCE.at(i), inferences.get(i).consequence().name().hashCode());
    notes.addKey(Note.TRUTHS, all);
  }
}
