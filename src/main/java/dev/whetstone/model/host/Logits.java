package dev.whetstone.model.host;

import dev.whetstone.model.Card;
import java.util.Arrays;

/**
 * A network's output, [rows, columns, classes] in row-major order.
 *
 * @param columns tokens of a row where steps are scored, else 1
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Logits(float[] values, int columns, int classes) {
  /**
   * @param shape [rows, tokens, 1 or 2] for steps, [rows, classes] for wholes, [rows, 1] for pairs;
   *     a single class may be left out
   * @throws IllegalArgumentException for any other shape
   */
  static Logits of(float[] values, long[] shape, Card.Role role, Padded batch) {
    boolean steps = role == Card.Role.STEPS;
    int rank = steps ? 2 : 1;
    long classes = shape.length == rank + 1 ? shape[rank] : 1;
    boolean fits =
        (shape.length == rank || shape.length == rank + 1)
            && shape[0] == batch.rows()
            && (!steps || shape[1] == batch.columns())
            && classes >= 1
            && classes <= most(role);
    if (!fits)
      throw new IllegalArgumentException(
          "its output is " + Arrays.toString(shape) + " where " + due(role, batch) + " is due");
    return new Logits(values, steps ? batch.columns() : 1, (int) classes);
  }

  /**
   * The logit for right: the last class's against the others together, so that its sigmoid is the
   * softmax of the last class.
   */
  double right(int row, int column) {
    int first = (row * columns + column) * classes;
    int last = first + classes - 1;
    if (classes == 1) return values[last];
    double most = Double.NEGATIVE_INFINITY;
    for (int i = first; i < last; i++) most = Math.max(most, values[i]);
    double sum = 0;
    for (int i = first; i < last; i++) sum += Math.exp(values[i] - most);
    return values[last] - (most + Math.log(sum));
  }

  private static long most(Card.Role role) {
    return switch (role) {
      case STEPS -> 2;
      case WHOLE -> Integer.MAX_VALUE;
      case PAIR -> 1;
    };
  }

  private static String due(Card.Role role, Padded batch) {
    return switch (role) {
      case STEPS -> "[" + batch.rows() + ", " + batch.columns() + ", 1 or 2]";
      case WHOLE -> "[" + batch.rows() + ", classes]";
      case PAIR -> "[" + batch.rows() + ", 1]";
    };
  }
}
