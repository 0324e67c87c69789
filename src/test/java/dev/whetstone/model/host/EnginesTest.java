package dev.whetstone.model.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class EnginesTest {
  private static Properties properties(String... pairs) {
    Properties properties = new Properties();
    properties.setProperty("user.home", "/home/ada");
    for (int i = 0; i < pairs.length; i += 2) properties.setProperty(pairs[i], pairs[i + 1]);
    return properties;
  }

  @Test
  void djlStaysOfflineWithOneThreadAndACacheOfOurs() {
    assertEquals(
        Map.of(
            "DJL_CACHE_DIR", "/home/ada/.cache/whetstone/djl",
            "ENGINE_CACHE_DIR", "/home/ada/.cache/whetstone/djl",
            "OPT_OUT_TRACKING", "true",
            "ai.djl.offline", "true",
            "ai.djl.pytorch.num_threads", "1",
            "ai.djl.pytorch.num_interop_threads", "1",
            "ai.djl.onnx.disable_alternative", "true"),
        Engines.defaults(Map.of(), properties()));
  }

  @Test
  void theCacheFollowsTheDesktopsConvention() {
    Map<String, String> settings =
        Engines.defaults(Map.of("XDG_CACHE_HOME", "/var/cache/ada"), properties());
    assertEquals("/var/cache/ada/whetstone/djl", settings.get("DJL_CACHE_DIR"));
    Map<String, String> empty = Engines.defaults(Map.of("XDG_CACHE_HOME", ""), properties());
    assertEquals("/home/ada/.cache/whetstone/djl", empty.get("DJL_CACHE_DIR"));
  }

  @Test
  void whatTheEnvironmentOrTheCommandLineDecidesStays() {
    Map<String, String> settings =
        Engines.defaults(
            Map.of("ENGINE_CACHE_DIR", "/djl", "DJL_OFFLINE", "false"),
            properties("ai.djl.pytorch.num_threads", "4"));
    assertFalse(settings.containsKey("ENGINE_CACHE_DIR"));
    assertFalse(settings.containsKey("ai.djl.offline"));
    assertFalse(settings.containsKey("ai.djl.pytorch.num_threads"));
    assertEquals("true", settings.get("OPT_OUT_TRACKING"));
  }

  @Test
  void withoutAGpuAutoIsTheCpuForBothEngines() {
    for (String engine : new String[] {Engines.PYTORCH, Engines.ONNX})
      assertFalse(Engines.device(engine, Placement.parse("cpu")).isGpu());
  }
}
