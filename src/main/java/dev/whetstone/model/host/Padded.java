package dev.whetstone.model.host;

import java.util.Arrays;
import java.util.List;

/**
 * A batch of equal rows, each array [rows, columns] in row-major order.
 *
 * @param mask 1 for a token, 0 for padding
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Padded(long[] ids, long[] mask, long[] types, int rows, int columns) {
  static Padded of(List<Sequence> batch, long pad) {
    int columns = batch.stream().mapToInt(Sequence::longest).max().orElse(0);
    int size = Math.multiplyExact(batch.size(), columns);
    Padded padded =
        new Padded(new long[size], new long[size], new long[size], batch.size(), columns);
    Arrays.fill(padded.ids, pad);
    for (int row = 0; row < batch.size(); row++) padded.put(row * columns, batch.get(row));
    return padded;
  }

  private void put(int at, Sequence tokens) {
    int length = tokens.longest();
    System.arraycopy(tokens.ids(), 0, ids, at, length);
    System.arraycopy(tokens.types(), 0, types, at, length);
    Arrays.fill(mask, at, at + length, 1);
  }
}
