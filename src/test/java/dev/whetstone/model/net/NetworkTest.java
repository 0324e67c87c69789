package dev.whetstone.model.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkTest {
  static final Network SMALL = new Network(2, 16, 2, 32, 120, 64, 50, 3);

  @TempDir Path folder;

  @Test
  void theLayoutHasNoGapAndNoOverlap() {
    int at = 0;
    for (Layout.Piece piece : SMALL.layout().pieces()) {
      assertEquals(at, piece.offset(), piece.name());
      at += piece.size();
    }
    assertEquals(SMALL.layout().size(), at);
  }

  @Test
  void weightsComeBackAsTheyWereWrittenButForRounding() throws IOException {
    float[] theta = Weights.random(SMALL, new Random(3));
    Path file = folder.resolve("weights.safetensors");
    float[] wide = {0.5f, -0.25f};
    Safetensors.write(file, new Safetensors.Content(SMALL, theta, wide));

    Safetensors.Content read = Safetensors.read(file);

    assertEquals(SMALL, read.network());
    assertArrayEquals(theta, read.theta(), 1e-4f);
    assertArrayEquals(wide, read.wide());
  }

  @Test
  void aFileThatIsNoneIsToldNotTrusted() throws IOException {
    Path file = folder.resolve("weights.safetensors");
    float[] theta = Weights.random(SMALL, new Random(3));
    Safetensors.write(file, new Safetensors.Content(SMALL, theta, new float[4]));
    byte[] whole = Files.readAllBytes(file);
    for (UnaryOperator<byte[]> damage : damages()) {
      Files.write(file, damage.apply(whole.clone()));
      IOException fault = assertThrows(IOException.class, () -> Safetensors.read(file));
      assertTrue(fault.getMessage().contains("safetensors"), fault.getMessage());
    }
  }

  @Test
  void weightsInPartsAreThoseOfTheWhole() throws IOException {
    Path file = folder.resolve("weights.safetensors");
    Network large = new Network(1, 64, 2, 64, 5_000, 64, 50, 3);
    float[] theta = Weights.random(large, new Random(3));
    Safetensors.write(file, new Safetensors.Content(large, theta, new float[] {1, 2}));
    Safetensors.Content read = Safetensors.read(file);
    try (Safetensors.Source source = Safetensors.open(file)) {
      assertEquals(large, source.network());
      assertArrayEquals(new float[] {1, 2}, source.wide());
      List<Integer> next = new ArrayList<>(List.of(0));
      source.theta(
          (at, values) -> {
            assertEquals(next.getLast(), at);
            assertArrayEquals(Arrays.copyOfRange(read.theta(), at, at + values.length), values);
            next.add(at + values.length);
          });
      assertEquals(theta.length, next.getLast());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"F16\"|\"I16\"|word is of type 'I16', not F16 or F32",
        "\"F16\"|\"F32\"|word has another size than its shape",
        "\"heads\":\"2\"|\"heads\":\"0\"|its metadata tells no number of heads",
        "\"heads\":\"2\"|\"heads\":\"3\"|width is a multiple of heads",
        "[0,3840]|[-2,3838]|word does not lie in the file",
        "[0,3840]|[0,3838]|word has another size than its shape",
        "[0,3840]|[9223372036854771966,9223372036854775806]|word does not lie in the file",
        "[0,3840]|[3840,0]|word has another size than its shape",
        "[0,3840]|[0.5,3840.5]|word does not lie in the file",
        "[120,16]|[134217728,16]|overflow",
        "[120,16]|[-120,16]|word has shape [-120,16]",
        "[120,16]|[99999999999,16]|word has shape [99999999999,16]",
        "[120,16]|[]|it has no tensor word"
      })
  void aHeaderThatLiesIsToldNotTrusted(String said, String lie, String reason) throws IOException {
    Path file = folder.resolve("weights.safetensors");
    float[] theta = Weights.random(SMALL, new Random(3));
    Safetensors.write(file, new Safetensors.Content(SMALL, theta, new float[4]));
    Files.write(file, lying(Files.readAllBytes(file), said, lie));
    IOException fault = assertThrows(IOException.class, () -> Safetensors.open(file));
    assertTrue(fault.getMessage().contains(reason), fault.getMessage());
    assertThrows(IOException.class, () -> Safetensors.read(file));
  }

  /** With the length of the header as it then is. */
  private static byte[] lying(byte[] file, String said, String lie) {
    ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    byte[] header = new byte[(int) in.getLong()];
    in.get(header);
    String text = new String(header, StandardCharsets.UTF_8);
    assertTrue(text.contains(said), text);
    byte[] other = text.replaceFirst(Pattern.quote(said), lie).getBytes(StandardCharsets.UTF_8);
    ByteBuffer out =
        ByteBuffer.allocate(8 + other.length + in.remaining()).order(ByteOrder.LITTLE_ENDIAN);
    return out.putLong(other.length).put(other).put(in).array();
  }

  private static Iterable<UnaryOperator<byte[]>> damages() {
    return List.of(
        bytes -> new byte[0],
        bytes -> Arrays.copyOf(bytes, 9),
        bytes -> Arrays.copyOf(bytes, bytes.length - 2),
        bytes -> {
          bytes[7] = 127;
          return bytes;
        },
        bytes ->
            new String(bytes, StandardCharsets.ISO_8859_1)
                .replace("\"word\"", "\"wort\"")
                .getBytes(StandardCharsets.ISO_8859_1),
        bytes ->
            new String(bytes, StandardCharsets.ISO_8859_1)
                .replace("\"shape\":[120,16]", "\"shape\":[16,120]")
                .getBytes(StandardCharsets.ISO_8859_1));
  }
}
