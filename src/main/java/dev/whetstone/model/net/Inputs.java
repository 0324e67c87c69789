package dev.whetstone.model.net;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.whetstone.model.text.Row;
import java.util.List;
import java.util.stream.IntStream;

/** Rows side by side, padded to one length, as {@link Network#reading} takes them but for theta. */
public final class Inputs {
  private final int rows;
  private final int side;
  private final long[] ids;
  private final long[] positions;
  private final long[] types;
  private final long[] notes;
  private final boolean[] visible;
  private final long[] ends;

  private Inputs(List<Row> all) {
    rows = all.size();
    side = all.stream().mapToInt(Row::length).max().orElseThrow();
    int tokens = Math.multiplyExact(rows, side);
    ids = new long[tokens];
    positions = new long[tokens];
    types = new long[tokens];
    notes = new long[tokens];
    visible = new boolean[Math.multiplyExact(tokens, side)];
    ends = ends(all);
    for (int i = 0; i < rows; i++) fill(all.get(i), i * side);
  }

  public static Inputs of(List<Row> rows) {
    return new Inputs(rows);
  }

  public int rows() {
    return rows;
  }

  /** Tokens of each row, the padding counted. */
  public int side() {
    return side;
  }

  private void fill(Row row, int at) {
    for (int i = 0; i < row.length(); i++) {
      ids[at + i] = row.ids()[i];
      positions[at + i] = row.positions()[i];
      types[at + i] = row.types()[i];
      notes[at + i] = row.notes()[i];
    }
    row.see(visible, at * side, side);
  }

  /** Where scored steps end, row by row. */
  private long[] ends(List<Row> all) {
    return IntStream.range(0, rows)
        .boxed()
        .flatMap(
            i ->
                all.get(i).steps().stream()
                    .filter(Row.Step::scored)
                    .map(step -> (long) i * side + step.end()))
        .mapToLong(Long::longValue)
        .toArray();
  }

  public NDList on(NDManager manager) {
    Shape square = new Shape(rows, side);
    return new NDList(
        manager.create(ids, square),
        manager.create(positions, square),
        manager.create(types, square),
        manager.create(notes, square),
        manager.create(visible, new Shape(rows, side, side)),
        manager.create(ends));
  }
}
