package dev.whetstone.model.host;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.util.cuda.CudaUtils;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/** DJL's engines, each loaded by its name, after DJL's settings have been made. */
public final class Engines {
  public static final String PYTORCH = "PyTorch";
  public static final String ONNX = "OnnxRuntime";

  private static final String THREADS = "ai.djl.pytorch.num_threads";

  private static boolean set;

  private Engines() {}

  /** Makes DJL's settings, once; whoever uses DJL without {@link #engine} calls it first. */
  public static synchronized void settle() {
    if (set) return;
    defaults(System.getenv(), System.getProperties()).forEach(System::setProperty);
    set = true;
  }

  /**
   * The engine, loaded.
   *
   * @throws IllegalStateException if its libraries cannot be loaded
   */
  public static Engine engine(String name) {
    settle();
    try {
      return Engine.getEngine(name);
    } catch (RuntimeException | LinkageError e) {
      throw new IllegalStateException("the engine " + name + " cannot be loaded: " + e, e);
    }
  }

  /**
   * @throws MissingGpu if a GPU is demanded that the engine cannot use
   */
  public static Device device(String engine, Placement placement) {
    return placement.device(gpus(engine(engine)));
  }

  /** Threads that one model computes with. */
  public static int threads() {
    settle();
    return Math.max(1, Integer.getInteger(THREADS, 1));
  }

  /** A GPU that the engine's libraries cannot use does not count; asked in vain, they complain. */
  private static int gpus(Engine engine) {
    return CudaUtils.getGpuCount() == 0 ? 0 : engine.getGpuCount();
  }

  /** Properties to set: those that neither the environment nor the command line decides. */
  static Map<String, String> defaults(Map<String, String> environment, Properties properties) {
    Path cache = cache(environment, properties);
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("DJL_CACHE_DIR", cache.toString());
    settings.put("ENGINE_CACHE_DIR", cache.toString());
    settings.put("OPT_OUT_TRACKING", "true");
    settings.put(THREADS, "1");
    settings.put("ai.djl.pytorch.num_interop_threads", "1");
    // All else would load PyTorch beside OnnxRuntime for operations that we do in Java.
    settings.put("ai.djl.onnx.disable_alternative", "true");
    if (!environment.containsKey("DJL_OFFLINE")) settings.put("ai.djl.offline", "true");
    settings.keySet().removeIf(key -> environment.containsKey(key) || properties.containsKey(key));
    return settings;
  }

  private static Path cache(Map<String, String> environment, Properties properties) {
    String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
    Path home =
        xdg.isEmpty() ? Path.of(properties.getProperty("user.home"), ".cache") : Path.of(xdg);
    return home.resolve("whetstone").resolve("djl");
  }
}
