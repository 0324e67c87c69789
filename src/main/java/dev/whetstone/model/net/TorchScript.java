package dev.whetstone.model.net;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes one module as a TorchScript archive, as torch.jit.save does: a zip, stored, of code and of
 * a pickle that names the tensors (PyTorch's serialization format, version 3).
 */
public final class TorchScript {
  private static final String MODULE = "__torch__.Network";

  private TorchScript() {}

  /** A float tensor: row-major values of a shape. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Tensor(int[] shape, float[] values) {
    public Tensor {
      long size = 1;
      for (int extent : shape) size *= extent;
      if (size != values.length)
        throw new IllegalArgumentException(values.length + " values for " + size + " places");
    }
  }

  /** A module without tensors of its own: {@code forward} is its method, written in TorchScript. */
  public static byte[] archive(String forward) {
    return archive(forward, Map.of());
  }

  /** A module whose {@code forward} finds each parameter as {@code self.name}. */
  public static byte[] archive(String forward, Map<String, Tensor> parameters) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setMethod(ZipOutputStream.STORED);
      put(zip, "data.pkl", module(parameters));
      put(zip, "code/__torch__.py", code(forward, parameters).getBytes(StandardCharsets.UTF_8));
      int number = 0;
      for (Tensor tensor : parameters.values()) put(zip, "data/" + number++, little(tensor));
      put(zip, "constants.pkl", new Pickle().emptyTuple().bytes());
      put(zip, "version", "3\n".getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    ZipEntry entry = new ZipEntry("network/" + name);
    CRC32 crc = new CRC32();
    crc.update(content);
    entry.setSize(content.length);
    entry.setCrc(crc.getValue());
    entry.setTime(0);
    zip.putNextEntry(entry);
    zip.write(content);
  }

  private static String code(String forward, Map<String, Tensor> parameters) {
    StringBuilder code = new StringBuilder("class Network(Module):\n  __parameters__ = [");
    parameters.keySet().forEach(name -> code.append('"').append(name).append("\", "));
    code.append("]\n  __buffers__ = []\n");
    parameters.keySet().forEach(name -> code.append("  ").append(name).append(" : Tensor\n"));
    return code.append("  training : bool\n").append(forward.indent(2)).toString();
  }

  private static byte[] module(Map<String, Tensor> parameters) {
    Pickle pickle = new Pickle().newObject(MODULE);
    int number = 0;
    for (Map.Entry<String, Tensor> parameter : parameters.entrySet())
      pickle.text(parameter.getKey()).tensor(number++, parameter.getValue().shape());
    return pickle.text("training").bool(false).build().bytes();
  }

  private static byte[] little(Tensor tensor) {
    ByteBuffer buffer =
        ByteBuffer.allocate(4 * tensor.values().length).order(ByteOrder.LITTLE_ENDIAN);
    buffer.asFloatBuffer().put(tensor.values());
    return buffer.array();
  }
}
