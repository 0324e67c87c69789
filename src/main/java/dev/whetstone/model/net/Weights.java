package dev.whetstone.model.net;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Starting values of a network's flat vector. */
public final class Weights {
  private static final float SPREAD = 0.02f;

  private Weights() {}

  /** Normal with deviation 0.02, biases 0, gains 1 (Devlin et al. 2019). */
  public static float[] random(Network network, RandomGenerator random) {
    Layout layout = network.layout();
    float[] theta = new float[layout.size()];
    for (Layout.Piece piece : layout.pieces()) {
      int end = piece.offset() + piece.size();
      if (piece.name().endsWith(".gain")) Arrays.fill(theta, piece.offset(), end, 1);
      else if (piece.shape().length == 2)
        for (int i = piece.offset(); i < end; i++)
          theta[i] = (float) random.nextGaussian() * SPREAD;
    }
    return theta;
  }

  /** Random but for the encoder, which is a pre-trained one of the same shape. */
  public static float[] pretrained(Network network, Onnx onnx, RandomGenerator random) {
    float[] theta = random(network, random);
    Copy copy = new Copy(network.layout(), onnx, theta);
    copy.values("word", "embeddings.word_embeddings.weight");
    copy.values("position", "embeddings.position_embeddings.weight");
    copy.values("type", "embeddings.token_type_embeddings.weight");
    copy.norm("embedding", "embeddings.LayerNorm");
    for (int i = 0; i < network.layers(); i++) copy.layer("layer" + i, "encoder.layer." + i + ".");
    return theta;
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Copy(Layout layout, Onnx onnx, float[] theta) {
    int at(String name) {
      return layout.piece(name).offset();
    }

    void layer(String to, String from) {
      String[] three = {"query", "key", "value"};
      for (int i = 0; i < three.length; i++)
        linear(to + ".attend", from + "attention.self." + three[i], i, three.length);
      linear(to + ".join", from + "attention.output.dense", 0, 1);
      norm(to + ".attended", from + "attention.output.LayerNorm");
      linear(to + ".widen", from + "intermediate.dense", 0, 1);
      linear(to + ".narrow", from + "output.dense", 0, 1);
      norm(to + ".out", from + "output.LayerNorm");
    }

    void norm(String to, String from) {
      values(to + ".gain", from + ".weight");
      values(to + ".shift", from + ".bias");
    }

    void values(String to, String from) {
      put(at(to), onnx.values(from).orElseThrow(() -> missing(from)));
    }

    /** The part-th of so many equal parts of the rows; transposed to [out, in]. */
    void linear(String to, String from, int part, int parts) {
      float[] bias = onnx.values(from + ".bias").orElseThrow(() -> missing(from));
      float[] weight = onnx.weight(from + ".bias").orElseThrow(() -> missing(from));
      int out = layout.piece(to + ".bias").size() / parts;
      int in = weight.length / out;
      put(at(to + ".bias") + part * out, bias);
      int start = at(to + ".weight") + part * out * in;
      for (int i = 0; i < in; i++)
        for (int o = 0; o < out; o++) theta[start + o * in + i] = weight[i * out + o];
    }

    private void put(int at, float[] values) {
      System.arraycopy(values, 0, theta, at, values.length);
    }

    private static IllegalArgumentException missing(String name) {
      return new IllegalArgumentException("the encoder has no " + name);
    }
  }
}
