package dev.whetstone.model.wide.note;

import static dev.whetstone.model.wide.note.NoteHashes.mix;

import dev.whetstone.model.wide.template.Template;
import java.util.List;

/** Which of the problem's words a step takes up, and how the problem goes with two of them. */
record WordNotes(NoteHashes notes, Template step, Past past) {
  private static final int MAX_WORDS = 6;
  private static final int MAX_EARLIER = 4;
  private static final int NONE = 9;

  void add() {
    int all = 0;
    List<String> own = step.own();
    for (int i = 0; i < Math.min(MAX_WORDS, own.size()); i++) {
      int same = own.subList(0, i).indexOf(own.get(i));
      int earlier = earlier(own.get(i));
      notes.add(Note.WORD_OWN.at(i), same);
      notes.add(Note.WORD_EARLIER.at(i), earlier);
      all = mix(all, mix(same, earlier));
    }
    if (own.size() < 2) return;
    notes.add(Note.WORDS, all);
    int form = form(own.get(0), own.get(1));
    notes.add(Note.WORDS_SENTENCE, form);
    notes.add(Note.WORDS_AND_SENTENCE, mix(form, all));
  }

  /** Its place among the last step's, from the end. */
  private int earlier(String word) {
    List<String> before = past.last().own();
    for (int k = 0; k < Math.min(MAX_EARLIER, before.size()); k++)
      if (before.get(before.size() - 1 - k).equals(word)) return k;
    return NONE;
  }

  /** Hash of the first sentence with both, both blanked; 0 for none. */
  private int form(String a, String b) {
    List<Given.Sentence> sentences = past.given().sentences();
    for (Given.Sentence sentence : sentences)
      if (sentence.text().contains(a) && sentence.text().contains(b)) {
        notes.add(Note.WORDS_SENTENCE_NUMBERED, isNumbered(sentence));
        return sentence.text().replace(a, "A").replace(b, "B").hashCode();
      }
    return 0;
  }

  /** Whether the step's first number is the sentence's. */
  private boolean isNumbered(Given.Sentence sentence) {
    if (sentence.index() == 0 || step.items().isEmpty()) return false;
    String before = past.given().sentences().get(sentence.index() - 1).text();
    return before.endsWith(step.items().getFirst() + ".");
  }
}
