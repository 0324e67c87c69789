package dev.whetstone.model.wide.note;

import static dev.whetstone.model.wide.note.NoteHashes.mix;

import dev.whetstone.model.wide.template.Run;
import dev.whetstone.model.wide.template.Template;

/** Which piece of the problem a step takes up, and what was said before of the words in it. */
record PieceNotes(NoteHashes notes, Template step, Past past) {
  private static final int MAX_WORDS = 8;
  private static final int MAX_AHEAD = 6;
  private static final String OPENING = "([{<\u00ab";
  private static final String CLOSING = ")]}>\u00bb";

  void add() {
    if (!step.names().isEmpty())
      notes.add(Note.PIECE_AHEAD, Math.min(MAX_AHEAD, past.pieceAhead(step.names())));
    past.given().pieces().likest(step.own()).ifPresent(this::piece);
    if (!step.own().isEmpty()) leads();
    if (!step.runs().isEmpty() && !past.last().runs().isEmpty())
      notes.add(Note.MIRRORED, mirrored(step.runs().getLast(), past.last().runs().getLast()));
  }

  private void piece(Pieces.Piece piece) {
    int form = mix(step.hash(), piece.template().hash());
    int roles = form;
    for (String word : step.own()) roles = mix(roles, piece.words().indexOf(word));
    notes.add(Note.PIECE_FORM, form);
    notes.add(Note.PIECE_ROLES, roles);
    if (!step.items().isEmpty())
      notes.add(Note.PIECE_NUMBERED, piece.label().equals(step.items().getFirst()));
  }

  private void leads() {
    int all = step.hash();
    for (int i = 0; i < step.own().size(); i++) {
      String earlier = past.lead(step.own().get(i)).orElse("");
      int lead = mix(step.leads().get(i).hashCode(), earlier.hashCode());
      if (i < MAX_WORDS) notes.add(Note.LEAD.at(i), lead);
      all = mix(all, lead);
    }
    notes.add(Note.LEADS, all);
    notes.add(Note.LEADS_AND_LAST_FORM, mix(all, past.last().hash()));
  }

  /** 1 where the one is the other in reverse, 2 where its brackets are turned as well, else 0. */
  private static int mirrored(Run run, Run before) {
    String reverse = new StringBuilder(before.text()).reverse().toString();
    if (run.text().equals(reverse)) return 1;
    return run.text().equals(turned(reverse)) ? 2 : 0;
  }

  private static String turned(String text) {
    StringBuilder turned = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      int pair = OPENING.indexOf(text.charAt(i));
      if (pair >= 0) turned.setCharAt(i, CLOSING.charAt(pair));
    }
    return turned.toString();
  }
}
