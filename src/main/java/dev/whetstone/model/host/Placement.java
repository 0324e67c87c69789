package dev.whetstone.model.host;

import ai.djl.Device;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a model is wished to run.
 *
 * @param wish for a GPU, against one, or for one if there is any
 * @param gpu the GPU's number, from 0, where one was named
 */
public record Placement(Wish wish, OptionalInt gpu) {
  /** What is wished. */
  public enum Wish {
    AUTO,
    CPU,
    GPU
  }

  private static final Pattern GPU = Pattern.compile("gpu(?::([0-9]{1,3}))?");

  /**
   * @param text {@code auto}, {@code cpu}, {@code gpu} or {@code gpu:N}
   */
  public static Placement parse(String text) {
    if (text.equals("auto")) return new Placement(Wish.AUTO, OptionalInt.empty());
    if (text.equals("cpu")) return new Placement(Wish.CPU, OptionalInt.empty());
    Matcher gpu = GPU.matcher(text);
    if (!gpu.matches())
      throw new IllegalArgumentException("a placement is auto, cpu, gpu or gpu:N, not " + text);
    return new Placement(
        Wish.GPU,
        gpu.group(1) == null
            ? OptionalInt.empty()
            : OptionalInt.of(Integer.parseInt(gpu.group(1))));
  }

  /**
   * The device, given what the engine sees.
   *
   * @param gpus GPUs that the engine can use
   * @throws MissingGpu if one is demanded that is not among them
   */
  public Device device(int gpus) {
    int number = gpu.orElse(0);
    if (wish == Wish.GPU && number >= gpus) throw new MissingGpu(number, gpus);
    return wish == Wish.CPU || gpus == 0 ? Device.cpu() : Device.gpu(number);
  }
}
