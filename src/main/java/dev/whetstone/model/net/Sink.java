package dev.whetstone.model.net;

/** Takes a vector in parts. */
public interface Sink {
  /**
   * @param at place of the first in the vector
   */
  void put(int at, float[] values);

  /** Into an array. */
  static Sink into(float[] vector) {
    return (at, values) -> System.arraycopy(values, 0, vector, at, values.length);
  }
}
