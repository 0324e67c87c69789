package dev.whetstone.model.net;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Weights as a safetensors file: the length of a header as u64, the header as JSON (type, shape and
 * place of each tensor), the values, little-endian. Written as float16; read as that or float32.
 */
public final class Safetensors {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String METADATA = "__metadata__";
  private static final String HEADS = "heads";
  private static final String WIDE = "wide";

  private Safetensors() {}

  /**
   * A network, its flat vector of weights, and those of the linear model that its logits are added
   * to.
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Content(Network network, float[] theta, float[] wide) {
    private List<Layout.Piece> pieces() {
      List<Layout.Piece> pieces = new ArrayList<>(network.layout().pieces());
      pieces.add(piece(network.layout(), wide.length));
      return pieces;
    }
  }

  private static Layout.Piece piece(Layout layout, int size) {
    return new Layout.Piece(WIDE, new int[] {size}, layout.size());
  }

  public static void write(Path file, Content content) throws IOException {
    byte[] header = header(content).getBytes(StandardCharsets.UTF_8);
    int values = content.theta().length + content.wide().length;
    ByteBuffer out =
        ByteBuffer.allocate(8 + header.length + 2 * values).order(ByteOrder.LITTLE_ENDIAN);
    out.putLong(header.length).put(header);
    for (float value : content.theta()) out.putShort(Float.floatToFloat16(value));
    for (float value : content.wide()) out.putShort(Float.floatToFloat16(value));
    Files.write(file, out.array());
  }

  private static String header(Content content) throws IOException {
    ObjectNode header = JSON.createObjectNode();
    header.putObject(METADATA).put(HEADS, Integer.toString(content.network().heads()));
    for (Layout.Piece piece : content.pieces()) {
      ObjectNode tensor = header.putObject(piece.name()).put("dtype", "F16");
      tensor.set("shape", JSON.valueToTree(piece.shape()));
      tensor
          .putArray("data_offsets")
          .add(2L * piece.offset())
          .add(2L * (piece.offset() + piece.size()));
    }
    return JSON.writeValueAsString(header);
  }

  /**
   * @throws IOException with one line that says what is wrong with the file
   */
  public static Content read(Path file) throws IOException {
    ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    try {
      long length = in.getLong();
      if (length < 2 || length > in.remaining()) throw new IOException("no safetensors file");
      byte[] header = new byte[(int) length];
      in.get(header);
      JsonNode tensors = JSON.readTree(header);
      Network network = network(tensors);
      ByteBuffer values = in.slice().order(in.order());
      return new Content(network, theta(network.layout(), tensors, values), wide(tensors, values));
    } catch (RuntimeException e) {
      throw new IOException("no safetensors file of a step verifier: " + e.getMessage(), e);
    }
  }

  /** The shape of a network can be seen in its tensors, but for the heads. */
  private static Network network(JsonNode tensors) {
    int layers = 0;
    while (tensors.has("layer" + layers + ".attend.weight")) layers++;
    return new Network(
        layers,
        extent(tensors, "word", 1),
        Integer.parseInt(tensors.path(METADATA).path(HEADS).asText("1")),
        layers == 0 ? 1 : extent(tensors, "layer0.widen.bias", 0),
        extent(tensors, "word", 0),
        extent(tensors, "position", 0),
        extent(tensors, "note", 0),
        extent(tensors, "head.out.bias", 0) - 1);
  }

  private static int extent(JsonNode tensors, String name, int dimension) {
    JsonNode extent = tensors.path(name).path("shape").path(dimension);
    if (!extent.canConvertToInt()) throw new IllegalArgumentException("it has no tensor " + name);
    return extent.asInt();
  }

  private static float[] theta(Layout layout, JsonNode tensors, ByteBuffer values) {
    float[] theta = new float[layout.size()];
    for (Layout.Piece piece : layout.pieces()) {
      JsonNode tensor = tensors.path(piece.name());
      if (!JSON.valueToTree(piece.shape()).equals(tensor.path("shape")))
        throw new IllegalArgumentException(piece.name() + " has shape " + tensor.path("shape"));
      read(piece, tensor, values, theta);
    }
    return theta;
  }

  private static float[] wide(JsonNode tensors, ByteBuffer values) {
    float[] wide = new float[extent(tensors, WIDE, 0)];
    read(new Layout.Piece(WIDE, new int[] {wide.length}, 0), tensors.path(WIDE), values, wide);
    return wide;
  }

  private static void read(Layout.Piece piece, JsonNode tensor, ByteBuffer values, float[] theta) {
    boolean half = tensor.path("dtype").asText().equals("F16");
    int from = tensor.path("data_offsets").path(0).asInt();
    int bytes = tensor.path("data_offsets").path(1).asInt() - from;
    if (bytes != piece.size() * (half ? 2 : 4))
      throw new IllegalArgumentException(piece.name() + " has another size than its shape");
    for (int i = 0; i < piece.size(); i++) {
      float value =
          half
              ? Float.float16ToFloat(values.getShort(from + 2 * i))
              : values.getFloat(from + 4 * i);
      theta[piece.offset() + i] = value;
    }
  }
}
