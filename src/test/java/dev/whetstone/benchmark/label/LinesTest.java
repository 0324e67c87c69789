package dev.whetstone.benchmark.label;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinesTest {
  @Test
  void blankLinesArePassedOverAndCounted() throws IOException {
    assertEquals(List.of("2 a", "5 b"), lines("\na\n\r\n \t\nb".getBytes(UTF_8), 9, 99));
  }

  @Test
  void theLastLineNeedsNoEnd() throws IOException {
    assertEquals(List.of("1 a", "2 b"), lines("a\nb\n".getBytes(UTF_8), 9, 99));
    assertEquals(List.of(), lines(new byte[0], 9, 99));
    assertEquals(List.of("1 x"), lines(new byte[] {'x'}, 9, 99));
  }

  @Test
  void gzipIsToldByItsFirstBytes() throws IOException {
    assertEquals(List.of("1 a", "2 b"), lines(zipped("a\nb\n"), 9, 99));
  }

  @Test
  void aLineBeyondTheLimitIsPassedOverAndTheNextIsRead() throws IOException {
    assertEquals(
        List.of("1 abc", "2 too long", "3 e"), lines("abc\nabcd\ne\n".getBytes(UTF_8), 3, 99));
  }

  @ParameterizedTest
  @ValueSource(ints = {65_535, 65_536, 65_537, 200_000})
  void linesAcrossTheBuffersEdgeAreWhole(int length) throws IOException {
    String line = "y".repeat(length);
    assertEquals(
        List.of("1 " + line, "2 z"), lines((line + "\nz\n").getBytes(UTF_8), 1 << 20, 1 << 20));
  }

  @Test
  void aFileBeyondTheLimitIsGivenUp() throws IOException {
    assertEquals(2, lines(zipped("a\nb\n"), 9, 4).size());
    assertThrows(IOException.class, () -> lines(zipped("a\nbc\n"), 9, 4));
  }

  @Test
  void aBrokenArchiveIsNotTheEnd() throws IOException {
    byte[] zipped = zipped("a\n".repeat(1000));
    byte[] half = Arrays.copyOf(zipped, zipped.length / 2);
    assertThrows(IOException.class, () -> lines(half, 9, 9_999));
  }

  private static List<String> lines(byte[] bytes, int maxLine, long maxFile) throws IOException {
    LabelLimits limits = new FixedLimits(maxLine, maxFile, 1, 1, 1);
    List<String> all = new ArrayList<>();
    try (Lines lines = new Lines(new ByteArrayInputStream(bytes), limits)) {
      for (Optional<Lines.Line> line = lines.next(); line.isPresent(); line = lines.next())
        all.add(line.get().number() + " " + text(line.get()));
    }
    return all;
  }

  private static String text(Lines.Line line) {
    return line.bytes().map(bytes -> new String(bytes, UTF_8)).orElse("too long");
  }

  private static byte[] zipped(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }
}
