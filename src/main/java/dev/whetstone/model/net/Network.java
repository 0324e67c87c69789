package dev.whetstone.model.net;

import java.util.ArrayList;
import java.util.List;

/**
 * A BERT encoder (Devlin et al. 2019) that sees notes beside its tokens and, by a mask, only what
 * stands before a step, with heads for steps, kinds of flaw and spans.
 *
 * @param kinds of flaw that are told apart
 * @param notes that a token can bear
 */
public record Network(
    int layers,
    int width,
    int heads,
    int inner,
    int vocabulary,
    int positions,
    int notes,
    int kinds) {
  private static final double EPSILON = 1e-12;

  /** How the encoder's matrix products are computed; all else is float32. */
  public enum Precision {
    FULL,
    /** In bfloat16. */
    HALF
  }

  public Network {
    if (width % heads != 0) throw new IllegalArgumentException("width is a multiple of heads");
  }

  /** All parameters; Linear weights are [out, in]. */
  public Layout layout() {
    Pieces pieces = new Pieces();
    pieces.add("word", vocabulary, width).add("position", positions, width);
    pieces.add("type", 2, width).add("note", notes, width).norm("embedding", width);
    for (int i = 0; i < layers; i++) {
      String layer = "layer" + i;
      pieces.linear(layer + ".attend", width, 3 * width).linear(layer + ".join", width, width);
      pieces.norm(layer + ".attended", width);
      pieces.linear(layer + ".widen", width, inner).linear(layer + ".narrow", inner, width);
      pieces.norm(layer + ".out", width);
    }
    pieces.linear("head.hidden", width, width).linear("head.out", width, 1 + kinds);
    pieces.linear("span", width, 1);
    return new Layout(pieces.all);
  }

  /**
   * TorchScript that reads: {@code theta} [P], {@code ids}, {@code positions}, {@code types},
   * {@code notes} [B, T] int64, {@code visible} [B, T, T] bool, {@code ends} [N] int64 into B*T;
   * returns the steps' logits [N, 1 + kinds] (right first) and the spans' [B, T].
   */
  public String reading(Precision precision) {
    String body = encode(precision, 0) + outputs() + "return (steps, spans)\n";
    return method("", "Tuple[Tensor, Tensor]", body);
  }

  /**
   * As {@link #reading}, with {@code prior} that the logits for right are added to, {@code right},
   * {@code weight} [N], {@code kind} [N] int64 (-100 for none), {@code flawed}, {@code
   * flawed_weight} [B, T], {@code better}, {@code worse} [M] int64 into N; returns the loss and the
   * steps' logits for right [N].
   */
  public String training(
      Precision precision, double dropout, double pairWeight, double sideWeight) {
    String targets =
        ", prior: Tensor, right: Tensor, weight: Tensor, kind: Tensor, flawed: Tensor,"
            + " flawed_weight: Tensor, better: Tensor, worse: Tensor";
    String loss =
        """
        z = torch.add(torch.select(steps, 1, 0), prior)
        bce = torch.binary_cross_entropy_with_logits(z, right, weight, None, 2)
        loss = torch.div(bce, torch.add(torch.sum(weight), 1e-6))
        gap = torch.sub(torch.index_select(z, 0, worse), torch.index_select(z, 0, better))
        pairs = torch.div(torch.sum(torch.softplus(gap)), torch.add(torch.sum(torch.ones_like(gap)), 1.0))
        loss = torch.add(loss, torch.mul(pairs, %s))
        told = torch.cross_entropy_loss(torch.slice(steps, 1, 1), kind, None, 2, -100, 0.)
        told = torch.div(told, torch.add(torch.sum(torch.ge(kind, 0)), 1.0))
        marked = torch.binary_cross_entropy_with_logits(spans, flawed, flawed_weight, None, 2)
        marked = torch.div(marked, torch.add(torch.sum(flawed_weight), 1.0))
        loss = torch.add(loss, torch.mul(torch.add(told, marked), %s))
        return (loss, z)
        """
            .formatted(pairWeight, sideWeight);
    return method(targets, "Tuple[Tensor, Tensor]", encode(precision, dropout) + outputs() + loss);
  }

  private String method(String more, String result, String body) {
    return "def forward(self: __torch__.Network, theta: Tensor, ids: Tensor, positions: Tensor,"
        + " types: Tensor, notes: Tensor, visible: Tensor, ends: Tensor"
        + more
        + ") -> "
        + result
        + ":\n"
        + (layout().cut() + body).indent(2);
  }

  private String encode(Precision precision, double dropout) {
    StringBuilder code = new StringBuilder();
    code.append(
        "x = torch.add(torch.embedding(word, ids), torch.embedding(position, positions))\n");
    code.append("x = torch.add(x, torch.embedding(type, types))\n");
    code.append("x = torch.add(x, torch.embedding(note, notes))\n");
    code.append("x = ").append(norm("x", "embedding")).append('\n').append(drop(dropout, "x"));
    code.append("mask = torch.unsqueeze(visible, 1)\nb = torch.size(ids, 0)\n");
    code.append("t = torch.size(ids, 1)\n");
    for (int i = 0; i < layers; i++) code.append(layer("layer" + i, precision, dropout));
    return code.toString();
  }

  private String layer(String name, Precision precision, double dropout) {
    int perHead = width / heads;
    return """
    qkv = torch.view(%1$s, [b, t, 3, %2$d, %3$d])
    qkv = torch.permute(qkv, [2, 0, 3, 1, 4])
    y = torch.scaled_dot_product_attention(torch.select(qkv, 0, 0), torch.select(qkv, 0, 1), torch.select(qkv, 0, 2), mask, 0., False)
    y = torch.reshape(torch.transpose(y, 1, 2), [b, t, %4$d])
    y = %5$s
    %6$sx = %7$s
    y = torch.gelu(%8$s)
    y = %9$s
    %6$sx = %10$s
    """
        .formatted(
            linear(precision, "x", name + ".attend"),
            heads,
            perHead,
            width,
            full(precision, linear(precision, "y", name + ".join")),
            drop(dropout, "y"),
            norm("torch.add(x, y)", name + ".attended"),
            linear(precision, "x", name + ".widen"),
            full(precision, linear(precision, "y", name + ".narrow")),
            norm("torch.add(x, y)", name + ".out"));
  }

  private String outputs() {
    return """
    at = torch.index_select(torch.reshape(x, [-1, %d]), 0, ends)
    steps = %s
    spans = torch.squeeze(%s, -1)
    """
        .formatted(
            width,
            linear("torch.gelu(" + linear("at", "head.hidden") + ")", "head.out"),
            linear("x", "span"));
  }

  private static String drop(double dropout, String what) {
    return dropout == 0 ? "" : "%1$s = torch.dropout(%1$s, %2$s, True)\n".formatted(what, dropout);
  }

  private static String linear(String input, String name) {
    String n = name.replace('.', '_');
    return "torch.linear(%s, %s_weight, %s_bias)".formatted(input, n, n);
  }

  /** In half precision the product stays so, for what is computed from it next. */
  private static String linear(Precision precision, String input, String name) {
    if (precision == Precision.FULL) return linear(input, name);
    String n = name.replace('.', '_');
    return "torch.linear(torch.to(%s, 15), torch.to(%s_weight, 15), torch.to(%s_bias, 15))"
        .formatted(input, n, n);
  }

  private static String full(Precision precision, String value) {
    return precision == Precision.FULL ? value : "torch.to(" + value + ", 6)";
  }

  private String norm(String input, String name) {
    String n = name.replace('.', '_');
    return "torch.layer_norm(%s, [%d], %s_gain, %s_shift, %s)"
        .formatted(input, width, n, n, EPSILON);
  }

  private static final class Pieces {
    private final List<Layout.Piece> all = new ArrayList<>();
    private int offset;

    Pieces add(String name, int... shape) {
      Layout.Piece piece = new Layout.Piece(name, shape, offset);
      all.add(piece);
      offset += piece.size();
      return this;
    }

    Pieces linear(String name, int in, int out) {
      return add(name + ".weight", out, in).add(name + ".bias", out);
    }

    Pieces norm(String name, int width) {
      return add(name + ".gain", width).add(name + ".shift", width);
    }
  }
}
