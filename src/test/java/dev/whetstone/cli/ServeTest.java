package dev.whetstone.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ServeTest {
  @Test
  void noTimeIsAShortDrainAndLessIsRefused() {
    assertEquals(
        "whetstone: --drain is PT0S or more, not PT-0.001S", refused("--drain", "PT-0.001S"));
    assertEquals(
        "whetstone: --port lies between 1 and 65535", refused("--drain", "PT0S", "--port", "0"));
  }

  private static String refused(String... options) {
    PrintStream before = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      assertEquals(1, new CommandLine(new Serve()).execute(options));
      return said.toString(StandardCharsets.UTF_8).strip();
    } finally {
      System.setErr(before);
    }
  }
}
