package dev.whetstone.model.host;

import dev.whetstone.model.Prepared;

/**
 * One text, or pair of texts, as a user's model reads it: one window.
 *
 * @param ids of its tokens
 * @param types 1 for the second text of a pair, else 0
 * @param ends positions of the tokens that end a step, in order; empty where the whole is scored
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Sequence(long[] ids, long[] types, int[] ends) implements Prepared {
  @Override
  public int longest() {
    return ids.length;
  }

  @Override
  public int windows() {
    return 1;
  }
}
