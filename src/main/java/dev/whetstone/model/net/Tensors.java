package dev.whetstone.model.net;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/** The tensors of an open safetensors file, read piece by piece; nothing in it is trusted. */
final class Tensors {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_HEADER = 16 << 20;

  /** Values that are held at a time. */
  private static final int CHUNK = 1 << 17;

  private final FileChannel file;
  private final JsonNode header;
  private final long start;

  private Tensors(FileChannel file, JsonNode header, long start) {
    this.file = file;
    this.header = header;
    this.start = start;
  }

  /**
   * @param from its first byte in the file
   * @param bytes of each value
   */
  private record Place(long from, int bytes) {}

  static Tensors of(FileChannel file) throws IOException {
    long length = read(file, 0, 8).getLong();
    if (length < 2 || length > Math.min(MOST_HEADER, file.size() - 8))
      throw new IOException("its header is said to have %d bytes".formatted(length));
    try {
      byte[] header = new byte[(int) length];
      read(file, 8, header.length).get(header);
      return new Tensors(file, JSON.readTree(header), 8 + length);
    } catch (JsonProcessingException e) {
      throw new IOException("its header is no JSON: " + e.getOriginalMessage(), e);
    }
  }

  boolean has(String name) {
    return header.has(name);
  }

  String metadata(String name) {
    return header.path("__metadata__").path(name).asText("");
  }

  int extent(String name, int dimension) throws IOException {
    JsonNode extent = header.path(name).path("shape").path(dimension);
    if (!extent.isIntegralNumber()) throw new IOException("it has no tensor " + name);
    if (!extent.canConvertToInt() || extent.intValue() < 1)
      throw new IOException("%s has shape %s".formatted(name, header.path(name).path("shape")));
    return extent.intValue();
  }

  /**
   * @throws IOException unless it has the piece's shape and lies in the file
   */
  void require(Layout.Piece piece) throws IOException {
    JsonNode shape = header.path(piece.name()).path("shape");
    if (!JSON.valueToTree(piece.shape()).equals(shape))
      throw new IOException("%s has shape %s".formatted(piece.name(), shape));
    var unused = place(piece);
  }

  private Place place(Layout.Piece piece) throws IOException {
    JsonNode tensor = header.path(piece.name());
    int bytes = bytes(piece.name(), tensor.path("dtype").asText());
    JsonNode from = tensor.path("data_offsets").path(0);
    JsonNode to = tensor.path("data_offsets").path(1);
    boolean isPlace = isOffset(from) && isOffset(to);
    if (!isPlace || to.asLong() > file.size() - start)
      throw new IOException(piece.name() + " does not lie in the file");
    if (to.asLong() - from.asLong() != (long) bytes * piece.size())
      throw new IOException(piece.name() + " has another size than its shape");
    return new Place(start + from.asLong(), bytes);
  }

  private static boolean isOffset(JsonNode value) {
    return value.isIntegralNumber() && value.canConvertToLong() && value.asLong() >= 0;
  }

  private static int bytes(String name, String type) throws IOException {
    return switch (type) {
      case "F16" -> 2;
      case "F32" -> 4;
      default -> throw new IOException("%s is of type '%s', not F16 or F32".formatted(name, type));
    };
  }

  /** Hands on its values, part after part, with the place of each part's first in the vector. */
  void read(Layout.Piece piece, Sink sink) throws IOException {
    Place place = place(piece);
    for (int at = 0; at < piece.size(); at += CHUNK) {
      float[] values = new float[Math.min(CHUNK, piece.size() - at)];
      ByteBuffer in = read(file, place.from + (long) place.bytes * at, place.bytes * values.length);
      for (int i = 0; i < values.length; i++)
        values[i] = place.bytes == 2 ? Float.float16ToFloat(in.getShort()) : in.getFloat();
      sink.put(piece.offset() + at, values);
    }
  }

  private static ByteBuffer read(FileChannel file, long from, int bytes) throws IOException {
    ByteBuffer chunk = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    while (chunk.hasRemaining())
      if (file.read(chunk, from + chunk.position()) < 0) throw new IOException("it is cut short");
    return chunk.flip();
  }
}
