package dev.whetstone.model.net;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The float weights of a BERT encoder as Hugging Face exports it to ONNX (protocol buffers, by
 * hand: a few fields of ModelProto, GraphProto, NodeProto and TensorProto). A linear layer's weight
 * is called by a number and stored [in, out]; it is known by the bias that is added to its product.
 */
public final class Onnx {
  private final Map<String, float[]> floats = new HashMap<>();
  private final Map<String, String> product = new HashMap<>();
  private final Map<String, String> weightOf = new HashMap<>();

  private Onnx() {}

  public static Onnx read(byte[] model) {
    Onnx onnx = new Onnx();
    List<ByteBuffer> nodes = new ArrayList<>();
    fields(
        ByteBuffer.wrap(model),
        (graph, content) -> {
          if (graph != 7) return;
          fields(
              content,
              (field, value) -> {
                if (field == 1) nodes.add(value);
                if (field == 5) onnx.tensor(value);
              });
        });
    nodes.forEach(onnx::node);
    return onnx;
  }

  /** Values as they are stored: an embedding [rows, width], a bias, a gain. */
  public Optional<float[]> values(String name) {
    return Optional.ofNullable(floats.get(name));
  }

  /** The weight [in, out] of the linear layer with this bias. */
  public Optional<float[]> weight(String bias) {
    return Optional.ofNullable(weightOf.get(bias)).map(floats::get);
  }

  private void tensor(ByteBuffer tensor) {
    String[] name = {""};
    ByteBuffer[] raw = {null};
    fields(
        tensor,
        (field, value) -> {
          if (field == 8) name[0] = text(value);
          if (field == 9) raw[0] = value;
        });
    if (raw[0] == null || raw[0].remaining() % 4 != 0) return;
    float[] values = new float[raw[0].remaining() / 4];
    raw[0].order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
    floats.put(name[0], values);
  }

  private void node(ByteBuffer node) {
    List<String> inputs = new ArrayList<>();
    String[] told = {"", ""};
    fields(
        node,
        (field, value) -> {
          if (field == 1) inputs.add(text(value));
          if (field == 2) told[0] = text(value);
          if (field == 4) told[1] = text(value);
        });
    if (told[1].equals("MatMul")) product.put(told[0], inputs.get(1));
    if (told[1].equals("Add")) add(inputs.get(0), inputs.get(1));
  }

  private void add(String left, String right) {
    if (product.containsKey(right)) weightOf.put(left, product.get(right));
    if (product.containsKey(left)) weightOf.put(right, product.get(left));
  }

  private static String text(ByteBuffer value) {
    return StandardCharsets.UTF_8.decode(value.duplicate()).toString();
  }

  private interface Field {
    void at(int number, ByteBuffer value);
  }

  /** Length-delimited fields are told, numbers passed over. */
  private static void fields(ByteBuffer message, Field field) {
    ByteBuffer in = message.duplicate();
    while (in.hasRemaining()) {
      long key = varint(in);
      switch ((int) (key & 7)) {
        case 0 -> varint(in);
        case 1 -> in.position(in.position() + 8);
        case 5 -> in.position(in.position() + 4);
        case 2 -> {
          int length = Math.toIntExact(varint(in));
          field.at((int) (key >>> 3), in.slice(in.position(), length));
          in.position(in.position() + length);
        }
        default -> throw new IllegalArgumentException("this is no ONNX model");
      }
    }
  }

  private static long varint(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      byte next = in.get();
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) return value;
    }
    throw new IllegalArgumentException("this is no ONNX model");
  }
}
