package dev.whetstone.model.net;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.model.text.StepTokenizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A pre-trained BERT encoder as a jar carries it: its weights as ONNX, its tokenizer as JSON.
 * Digits are kept apart: a number is read as it is written, not as whatever pieces were frequent.
 */
public final class Encoder {
  /** The one whose shape is known here: MiniLM (Wang et al. 2020), 6 layers of width 384. */
  public static final String NAME = "all-minilm-l6-v2";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final byte[] weights;
  private final byte[] tokenizer;

  private Encoder(byte[] weights, byte[] tokenizer) {
    this.weights = weights;
    this.tokenizer = tokenizer;
  }

  /**
   * @throws IOException if the file is no such jar
   */
  public static Encoder read(Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      return new Encoder(entry(zip, ".onnx"), digitsApart(entry(zip, StepTokenizer.FILE)));
    }
  }

  /** Its network, with notes and heads. */
  public static Network network(int notes, int kinds) {
    return new Network(6, 384, 12, 1536, 30_522, 512, notes, kinds);
  }

  public Onnx weights() {
    return Onnx.read(weights);
  }

  /** A {@code tokenizer.json}. */
  public byte[] tokenizer() {
    return tokenizer.clone();
  }

  private static byte[] entry(ZipFile zip, String suffix) throws IOException {
    ZipEntry entry =
        zip.stream()
            .filter(e -> e.getName().endsWith(suffix))
            .map(ZipEntry.class::cast)
            .findFirst()
            .orElseThrow(() -> new IOException(zip.getName() + " has no " + suffix));
    return zip.getInputStream(entry).readAllBytes();
  }

  private static byte[] digitsApart(byte[] tokenizer) throws IOException {
    ObjectNode tree = (ObjectNode) JSON.readTree(tokenizer);
    ObjectNode both = JSON.createObjectNode().put("type", "Sequence");
    both.putArray("pretokenizers")
        .add(tree.get("pre_tokenizer"))
        .add(JSON.createObjectNode().put("type", "Digits").put("individual_digits", true));
    tree.set("pre_tokenizer", both);
    tree.putNull("truncation");
    tree.putNull("padding");
    tree.putNull("post_processor");
    // Else a text that writes "[SEP]" would get the token that ends a problem.
    tree.putArray("added_tokens");
    return JSON.writeValueAsBytes(tree);
  }
}
