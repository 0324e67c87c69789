package dev.whetstone.api.trainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrsCallsTest {
  /** Clients strip each line's leading blanks, and join the lines. */
  @Test
  void linesJoinToTheSameText() throws Exception {
    ObjectMapper json = new ObjectMapper();
    for (int length : new int[] {0, 1, 3_998, 3_999, 4_000, 4_001, 20_000}) {
      String text = "x" + " ".repeat(length) + "y";
      List<String> lines = OrsCalls.lines(json.writeValueAsString(text));
      StringBuilder joined = new StringBuilder();
      for (String line : lines) {
        assertFalse(line.startsWith(" "));
        assertTrue(line.length() <= 4_096);
        joined.append(line.stripLeading());
      }
      assertEquals(text, json.readValue(joined.toString(), String.class));
    }
  }
}
