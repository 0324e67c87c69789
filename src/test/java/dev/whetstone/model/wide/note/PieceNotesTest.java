package dev.whetstone.model.wide.note;

import static dev.whetstone.model.wide.note.NoteHashes.mix;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.model.wide.template.Template;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PieceNotesTest {
  private static final String SWAPS =
      "Ann has a kite, Ben has a drum, Cid has a bell. Then:\nAnn and Ben swap.\nBen and Cid swap.";
  private static final String PREMISES =
      "1. All bakers are poets.\n2. Only bakers are miners.\nDoes it follow?";

  private static Set<Integer> notes(String problem, String... steps) {
    Past past = new Past(problem);
    for (int i = 0; i < steps.length - 1; i++) past.add(past.template(steps[i]));
    Template last = past.template(steps[steps.length - 1]);
    NoteHashes notes = new NoteHashes(0);
    new PieceNotes(notes, last, past).add();
    return Arrays.stream(notes.all()).boxed().collect(Collectors.toSet());
  }

  private static void assertNoted(Set<Integer> notes, Note note, int value) {
    assertTrue(notes.contains(mix(mix(0, note.id()), value)), note + " is not " + value);
  }

  private static int mirrored(String before, String step) {
    Set<Integer> notes = notes("Close these brackets.", before, step);
    return List.of(0, 1, 2).stream()
        .filter(value -> notes.contains(mix(mix(0, Note.MIRRORED.id()), value)))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theNextPieceWithJustTheStepsNamesIsKnownFromALaterOne() {
    String first = "Ann has the drum, Ben has the kite";
    assertNoted(notes(SWAPS, first), Note.PIECE_AHEAD, 2);
    assertNoted(notes(SWAPS, "Ben has the bell, Cid has the drum"), Note.PIECE_AHEAD, 3);
    assertNoted(notes(SWAPS, first, "Ben has the bell, Cid has the kite"), Note.PIECE_AHEAD, 0);
    assertNoted(notes(SWAPS, first, first), Note.PIECE_AHEAD, -1);
  }

  @Test
  void aPieceIsFoundByItsWordsAndItsNumberIsKnown() {
    assertNoted(notes(PREMISES, "Line 2 says that all miners are bakers"), Note.PIECE_NUMBERED, 1);
    assertNoted(notes(PREMISES, "Line 1 says that all miners are bakers"), Note.PIECE_NUMBERED, 0);
  }

  @Test
  void thePlacesOfAPiecesWordsAreTold() {
    Pieces pieces = new Past(PREMISES).given().pieces();
    Pieces.Piece only = pieces.likest(List.of("miner", "baker")).orElseThrow();
    assertEquals(List.of("baker", "miner"), only.words());
    assertNotEquals(
        pieces.likest(List.of("baker", "poet")).orElseThrow().template().hash(),
        only.template().hash());
    assertTrue(pieces.likest(List.of("baker", "pilot")).isEmpty());
  }

  @Test
  void theWordBeforeAWordIsComparedWithThatOfLastTime() {
    Set<Integer> notes = notes(PREMISES, "so he is not a baker", "he is a baker");
    assertNoted(notes, Note.LEAD, 0, mix("is".hashCode(), "not".hashCode()));
    assertNoted(notes(PREMISES, "he is a baker"), Note.LEAD, 0, mix("is".hashCode(), 0));
  }

  private static void assertNoted(Set<Integer> notes, Note note, int i, int value) {
    assertTrue(notes.contains(mix(mix(0, note.at(i)), value)), note + " of " + i);
  }

  @Test
  void aRunInReverseIsKnownWithItsBracketsTurned() {
    assertEquals(2, mirrored("open now: ( [ <", "Closed: > ] )"));
    assertEquals(0, mirrored("open now: ( [ <", "Closed: ] > )"));
    assertEquals(1, mirrored("so 1, 2", "so 2, 1"));
  }

  @Test
  void ofALongProblemTheFirstPiecesCount() {
    Past past = new Past("Ann runs.\n".repeat(1_000) + "Ben runs.");
    for (int i = 0; i < 255; i++) {
      assertEquals(0, past.pieceAhead(List.of("Ann")));
      past.add(past.template("Ann runs."));
    }
    assertEquals(-1, past.pieceAhead(List.of("Ben")));
  }
}
