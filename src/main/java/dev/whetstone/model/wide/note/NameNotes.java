package dev.whetstone.model.wide.note;

import static dev.whetstone.model.wide.note.NoteHashes.mix;

import dev.whetstone.model.wide.template.Template;
import java.util.ArrayList;
import java.util.List;

/** What the problem's sentence about the names of a step gives, and what was said of them last. */
record NameNotes(NoteHashes notes, Template step, Past past) {
  private static final int MAX_ITEMS = 4;
  private static final int MAX_NAMES = 8;
  private static final int MAX_PLACES = 6;
  private static final int NONE = 15;

  void add() {
    past.aligned(step.names()).ifPresent(this::sentence);
    said();
  }

  private void sentence(Given.Sentence sentence) {
    String subject = step.names().getFirst();
    List<String> names = sentence.template().names();
    List<String> others = names.stream().filter(name -> !name.equals(subject)).toList();
    int open = (int) others.stream().filter(name -> past.worth(name).isEmpty()).count();
    int delta = Math.clamp(sentence.index() - past.nextSentence(), -2, 3);
    notes.add(Note.SENTENCE_AND_OPEN, mix(delta, open));
    notes.add(Note.SENTENCE, delta);
    notes.add(Note.OPEN_NAMES, open);
    for (int i = 0; i < Math.min(MAX_PLACES, step.names().size()); i++)
      notes.add(Note.NAME.at(i), names.indexOf(step.names().get(i)));
    List<String> values = new ArrayList<>(sentence.template().items());
    others.forEach(name -> past.worth(name).ifPresent(values::add));
    operands(mix(step.hash(), sentence.template().hash()), values);
  }

  /** Which of a sentence's values are the step's numbers, in what order. */
  private void operands(int templates, List<String> values) {
    int all = 0;
    List<String> items = step.items();
    for (int i = 0; i < Math.min(MAX_ITEMS, items.size()); i++) {
      int at = values.indexOf(items.get(i));
      notes.add(Note.OPERAND.at(i), mix(templates, at));
      all = mix(all, at);
    }
    notes.add(Note.FORM_OPERANDS, mix(templates, all));
    notes.add(Note.SENTENCE_FORM, templates);
    notes.add(Note.OPERANDS, all);
  }

  private void said() {
    int all = 0;
    for (int i = 0; i < Math.min(MAX_NAMES, step.names().size()); i++) {
      String name = step.names().get(i);
      String rest = step.said().get(i);
      int known = past.said(name).map(latest -> latest.equals(rest) ? 1 : 0).orElse(2);
      int own = first(step.names(), name, i);
      int same = first(step.said(), rest, i);
      notes.add(Note.SAID_EARLIER.at(i), known);
      notes.add(Note.SAID_NAME.at(i), own);
      notes.add(Note.SAID_OWN.at(i), same);
      all = mix(all, mix(known, mix(own, same)));
    }
    if (!step.names().isEmpty()) notes.addKey(Note.SAID, all);
  }

  private static int first(List<String> texts, String text, int before) {
    int at = texts.indexOf(text);
    return at < before ? at : NONE;
  }
}
