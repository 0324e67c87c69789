package dev.whetstone.model.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlacementTest {
  @ParameterizedTest
  @CsvSource({
    "auto, 0, cpu",
    "auto, 1, gpu0",
    "auto, 8, gpu0",
    "cpu, 0, cpu",
    "cpu, 4, cpu",
    "gpu, 1, gpu0",
    "gpu:0, 1, gpu0",
    "gpu:3, 4, gpu3"
  })
  void aWishMeetsTheGpusThatAreSeen(String wish, int gpus, String due) {
    Device device = Placement.parse(wish).device(gpus);
    assertEquals(due, device.isGpu() ? "gpu" + device.getDeviceId() : device.getDeviceType());
  }

  @ParameterizedTest
  @CsvSource({"gpu, 0, no GPU", "gpu:0, 0, no GPU", "gpu:1, 1, 1 GPU(s)", "gpu:4, 4, 4 GPU(s)"})
  void aGpuThatIsNotSeenIsMissed(String wish, int gpus, String seen) {
    MissingGpu missing = assertThrows(MissingGpu.class, () -> Placement.parse(wish).device(gpus));
    assertTrue(missing.getMessage().contains("the engine sees " + seen), missing::getMessage);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "GPU", "gpu:", "gpu:-1", "gpu:x", "gpu:1000", "cuda", " cpu"})
  void anythingElseIsNoPlacement(String text) {
    assertThrows(IllegalArgumentException.class, () -> Placement.parse(text));
  }

  @Test
  void theErrorNamesTheGpuAndTheMend() {
    MissingGpu missing = assertThrows(MissingGpu.class, () -> Placement.parse("gpu:2").device(1));
    assertTrue(missing.getMessage().startsWith("a model is to run on gpu:2,"));
    assertTrue(missing.getMessage().contains("'cpu' or 'auto'"));
  }
}
