package dev.whetstone.model.host;

import dev.whetstone.model.text.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the step verifier's network said of one row.
 *
 * @param scored the row's scored steps
 * @param steps [scored, 1 + kinds], logits
 * @param spans of each token of the row, a logit
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record RowOutput(List<Row.Step> scored, float[][] steps, float[] spans) {
  /**
   * Of rows that were read in one call.
   *
   * @param steps [scored of all rows, 1 + kinds]
   * @param spans [rows, side]
   */
  static List<RowOutput> of(List<Row> rows, float[] steps, float[] spans, int width, int side) {
    List<RowOutput> outputs = new ArrayList<>();
    int at = 0;
    for (int row = 0; row < rows.size(); row++) {
      List<Row.Step> scored = rows.get(row).steps().stream().filter(Row.Step::scored).toList();
      float[][] logits = new float[scored.size()][];
      for (int i = 0; i < logits.length; i++, at += width)
        logits[i] = Arrays.copyOfRange(steps, at, at + width);
      float[] spansOfRow = Arrays.copyOfRange(spans, row * side, (row + 1) * side);
      outputs.add(new RowOutput(scored, logits, spansOfRow));
    }
    return outputs;
  }

  /** Of a step's tokens. */
  float[] spans(Row.Step place) {
    return Arrays.copyOfRange(spans, place.start(), place.end());
  }
}
