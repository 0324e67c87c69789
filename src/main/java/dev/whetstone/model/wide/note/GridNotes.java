package dev.whetstone.model.wide.note;

import static dev.whetstone.model.wide.note.NoteHashes.mix;

import dev.whetstone.model.wide.note.grid.Board;
import dev.whetstone.model.wide.note.grid.Frontier;
import dev.whetstone.model.wide.note.grid.Standing;
import dev.whetstone.model.wide.note.grid.Walk;
import dev.whetstone.model.wide.template.Template;

/** What the problem's grid says of the cells and moves that a step names. */
record GridNotes(NoteHashes notes, Template step, Board board) {
  private static final int MANY = 2;

  void add() {
    board.standing(step).ifPresent(this::add);
    board.frontier(step).ifPresent(this::add);
    board.walk(step).ifPresent(this::add);
  }

  /** The words tell which of these reasons the step gives. */
  private void add(Standing standing) {
    int there = mix(standing.there().name().hashCode(), standing.held());
    int reasons = mix(Math.min(MANY, standing.choices()), standing.only());
    notes.add(Note.DIGIT_THERE, there);
    notes.add(Note.DIGIT_REASONS, reasons);
    notes.addKey(Note.DIGIT_REASON_GIVEN, mix(step.own().hashCode(), mix(there, reasons)));
  }

  private void add(Frontier frontier) {
    int missing = Math.min(MANY, frontier.missing());
    int wrong = Math.min(MANY, frontier.wrong());
    int late = frontier.late() ? 1 : 0;
    notes.add(Note.FRONTIER_MISSING, missing);
    notes.add(Note.FRONTIER_WRONG, wrong);
    notes.addKey(
        Note.FRONTIER, mix(mix(missing, wrong), mix(Math.min(MANY, frontier.repeated()), late)));
  }

  private void add(Walk walk) {
    notes.add(Note.WALK_FREE, walk.free());
    notes.add(Note.WALK_ARRIVES, walk.arrives());
    int way = mix(walk.listed() ? 1 : 0, walk.all() ? 1 : 0);
    notes.addKey(Note.WALK, mix(walk.arrives() ? 1 : 0, way));
  }
}
