package dev.whetstone.model.host;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes the few fields of ONNX's protocol buffers that a small graph needs (opset 13). */
final class OnnxWriter {
  private static final int FLOAT = 1;
  private static final int INT64 = 7;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  static byte[] model(OnnxWriter graph) {
    OnnxWriter opset = new OnnxWriter().number(2, 13);
    return new OnnxWriter().number(1, 8).message(8, opset).message(7, graph).out.toByteArray();
  }

  /** An int64 input [batch, tokens]. */
  OnnxWriter input(String name) {
    return message(11, value(name, INT64, "batch", "tokens"));
  }

  /** A float output of so many dimensions. */
  OnnxWriter output(String name, String... dimensions) {
    return message(12, value(name, FLOAT, dimensions));
  }

  OnnxWriter floats(String name, float[] values, long... shape) {
    ByteBuffer raw = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    raw.asFloatBuffer().put(values);
    return tensor(name, FLOAT, raw.array(), shape);
  }

  OnnxWriter longs(String name, long... values) {
    ByteBuffer raw = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    raw.asLongBuffer().put(values);
    return tensor(name, INT64, raw.array(), values.length);
  }

  /** A node without attributes: inputs, separated by a space, to one output. */
  OnnxWriter node(String type, String inputs, String output) {
    return message(1, bare(type, inputs, output));
  }

  /** A node with one int attribute. */
  OnnxWriter node(String type, String inputs, String output, String attribute, long value) {
    OnnxWriter told = new OnnxWriter().text(1, attribute).number(3, value).number(20, 2);
    return message(1, bare(type, inputs, output).message(5, told));
  }

  private static OnnxWriter bare(String type, String inputs, String output) {
    OnnxWriter node = new OnnxWriter();
    for (String input : inputs.split(" ", -1)) node.text(1, input);
    return node.text(2, output).text(4, type);
  }

  private OnnxWriter tensor(String name, int type, byte[] raw, long... shape) {
    OnnxWriter tensor = new OnnxWriter();
    for (long extent : shape) tensor.number(1, extent);
    return message(5, tensor.number(2, type).text(8, name).bytes(9, raw));
  }

  private static OnnxWriter value(String name, int type, String... dimensions) {
    OnnxWriter shape = new OnnxWriter();
    for (String dimension : dimensions) shape.message(1, new OnnxWriter().text(2, dimension));
    OnnxWriter tensor = new OnnxWriter().number(1, type).message(2, shape);
    return new OnnxWriter().text(1, name).message(2, new OnnxWriter().message(1, tensor));
  }

  private OnnxWriter message(int field, OnnxWriter content) {
    return bytes(field, content.out.toByteArray());
  }

  private OnnxWriter text(int field, String text) {
    return bytes(field, text.getBytes(StandardCharsets.UTF_8));
  }

  private OnnxWriter bytes(int field, byte[] content) {
    varint(field << 3 | 2);
    varint(content.length);
    out.writeBytes(content);
    return this;
  }

  private OnnxWriter number(int field, long value) {
    varint(field << 3);
    varint(value);
    return this;
  }

  private void varint(long value) {
    for (; (value & ~0x7fL) != 0; value >>>= 7) out.write((int) ((value & 0x7f) | 0x80));
    out.write((int) value);
  }
}
