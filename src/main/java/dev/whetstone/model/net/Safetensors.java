package dev.whetstone.model.net;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
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
    try (Source source = open(file)) {
      float[] theta = new float[source.network().layout().size()];
      source.theta(Sink.into(theta));
      return new Content(source.network(), theta, source.wide());
    }
  }

  /**
   * A file whose header has been read and checked, and its small part with it.
   *
   * @param wide as in {@link Content}
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Source(FileChannel file, Tensors tensors, Network network, float[] wide)
      implements AutoCloseable {
    /** Reads the network's weights part by part, so that they are never held as a whole. */
    public void theta(Sink sink) throws IOException {
      try {
        for (Layout.Piece piece : network.layout().pieces()) tensors.read(piece, sink);
      } catch (IOException e) {
        throw none(e);
      }
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }

  /**
   * Opens a file, to have its weights handed on in parts.
   *
   * @throws IOException as of {@link #read}
   */
  public static Source open(Path file) throws IOException {
    FileChannel channel = FileChannel.open(file);
    try {
      Tensors tensors = Tensors.of(channel);
      return new Source(channel, tensors, network(tensors), wide(tensors));
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw none(e);
    }
  }

  private static IOException none(Exception cause) {
    return new IOException("no safetensors file of a step verifier: " + cause.getMessage(), cause);
  }

  /** The shape of a network can be seen in its tensors, but for the heads. */
  private static Network network(Tensors tensors) throws IOException {
    int layers = 0;
    while (tensors.has("layer" + layers + ".attend.weight")) layers++;
    Network network =
        new Network(
            layers,
            tensors.extent("word", 1),
            heads(tensors.metadata(HEADS)),
            layers == 0 ? 1 : tensors.extent("layer0.widen.bias", 0),
            tensors.extent("word", 0),
            tensors.extent("position", 0),
            tensors.extent("note", 0),
            tensors.extent("head.out.bias", 0) - 1);
    for (Layout.Piece piece : network.layout().pieces()) tensors.require(piece);
    return network;
  }

  private static int heads(String text) throws IOException {
    if (!text.matches("[1-9][0-9]{0,3}"))
      throw new IOException("its metadata tells no number of heads");
    return Integer.parseInt(text);
  }

  private static float[] wide(Tensors tensors) throws IOException {
    Layout.Piece piece = new Layout.Piece(WIDE, new int[] {tensors.extent(WIDE, 0)}, 0);
    tensors.require(piece);
    float[] wide = new float[piece.size()];
    tensors.read(piece, Sink.into(wide));
    return wide;
  }
}
