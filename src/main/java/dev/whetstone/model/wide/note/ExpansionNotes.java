package dev.whetstone.model.wide.note;

import static dev.whetstone.model.wide.note.NoteHashes.mix;

import dev.whetstone.model.wide.note.polynomial.Expansion;
import dev.whetstone.model.wide.note.polynomial.LikeTerms;
import dev.whetstone.model.wide.note.polynomial.Stated;
import dev.whetstone.model.wide.template.Template;

/** How a step goes on multiplying out the problem's product of polynomials. */
record ExpansionNotes(NoteHashes notes, Template step, Expansion expansion) {
  private static final int MANY = 2;

  void add() {
    expansion.likeTerms(step).ifPresent(this::add);
    expansion.stated(step).ifPresent(this::add);
  }

  private void add(LikeTerms terms) {
    int pairs = pairs(terms.missing(), terms.wrong());
    notes.add(Note.LIKE_TERMS_PAIRS, pairs);
    notes.add(Note.LIKE_TERMS_SUM, terms.holds());
    notes.add(Note.LIKE_TERMS_HEADED, terms.headed());
    notes.addKey(Note.LIKE_TERMS, mix(pairs, terms.holds() ? 1 : 0));
  }

  private void add(Stated stated) {
    int pairs = pairs(stated.missing(), stated.wrong());
    int due = stated.due() ? 1 : 0;
    notes.add(Note.STATED_TERMS, pairs);
    notes.add(Note.STATED_FACTORS, due);
    notes.addKey(Note.STATED, mix(mix(pairs, due), stated.holds() ? 1 : 0));
  }

  private static int pairs(int missing, int wrong) {
    return mix(Math.min(MANY, missing), Math.min(MANY, wrong));
  }
}
