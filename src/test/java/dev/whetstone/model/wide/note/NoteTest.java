package dev.whetstone.model.wide.note;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class NoteTest {
  @Test
  void noTwoNotesShareAnId() {
    assertEquals(
        Note.values().length, Arrays.stream(Note.values()).mapToInt(Note::id).distinct().count());
  }
}
