package dev.whetstone.model.net;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes the few opcodes of Python's pickle protocol 2 that a TorchScript archive needs. */
final class Pickle {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  Pickle() {
    op(0x80).op(2);
  }

  /** An object without arguments whose state, key by key, follows until {@link #build}. */
  Pickle newObject(String type) {
    return global(type).op(')').op(0x81).op('}').op('(');
  }

  Pickle build() {
    return op('u').op('b');
  }

  Pickle emptyTuple() {
    return op(')');
  }

  Pickle text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    op('X').little(utf8.length);
    out.writeBytes(utf8);
    return this;
  }

  Pickle bool(boolean value) {
    return op(value ? 0x88 : 0x89);
  }

  /** A contiguous float tensor over the storage in {@code data/number}. */
  Pickle tensor(int number, int[] shape) {
    int size = 1;
    int[] strides = new int[shape.length];
    for (int i = shape.length - 1; i >= 0; size *= shape[i--]) strides[i] = size;
    global("torch._utils._rebuild_tensor_v2").op('(').op('(').text("storage");
    global("torch.FloatStorage").text(Integer.toString(number)).text("cpu").integer(size);
    op('t').op('Q').integer(0).tuple(shape).tuple(strides).bool(true);
    return global("collections.OrderedDict").op(')').op('R').op('t').op('R');
  }

  byte[] bytes() {
    op('.');
    return out.toByteArray();
  }

  private Pickle tuple(int[] values) {
    op('(');
    for (int value : values) integer(value);
    return op('t');
  }

  private Pickle integer(int value) {
    return op('J').little(value);
  }

  private Pickle global(String type) {
    int dot = type.lastIndexOf('.');
    op('c');
    out.writeBytes(
        (type.substring(0, dot) + "\n" + type.substring(dot + 1) + "\n")
            .getBytes(StandardCharsets.US_ASCII));
    return this;
  }

  private Pickle little(int value) {
    out.writeBytes(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array());
    return this;
  }

  private Pickle op(int code) {
    out.write(code);
    return this;
  }
}
