package dev.whetstone.model.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  private static Iterable<UnaryOperator<byte[]>> damages() {
    return java.util.List.of(
        bytes -> new byte[0],
        bytes -> Arrays.copyOf(bytes, 9),
        bytes -> Arrays.copyOf(bytes, bytes.length - 2),
        bytes -> {
          bytes[7] = 127;
          return bytes;
        },
        bytes ->
            new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1)
                .replace("\"word\"", "\"wort\"")
                .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1),
        bytes ->
            new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1)
                .replace("\"shape\":[120,16]", "\"shape\":[16,120]")
                .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
  }
}
