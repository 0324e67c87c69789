package dev.whetstone.model.wide;

import java.util.Arrays;

/** Places of notes, each hashed together with the step's template; bounded. */
final class Notes {
  /** More are left out. */
  static final int MAX = 256;

  private static final int FIRST = LogisticRegression.SURFACE + LogisticRegression.MARKS;

  private final int template;
  private final int[] places = new int[MAX];
  private int size;
  private int whole;

  Notes(int template) {
    this.template = template;
  }

  void add(int name, int value) {
    if (size < MAX)
      places[size++] = FIRST + (mix(mix(template, name), value) & (LogisticRegression.NOTES - 1));
  }

  void add(int name, boolean value) {
    add(name, value ? 1 : 0);
  }

  /** A note that is part of the note on the whole step. */
  void addKey(int name, int value) {
    add(name, value);
    whole = mix(whole, value);
  }

  /** Of all key notes. */
  int whole() {
    return whole;
  }

  int[] places() {
    return Arrays.copyOf(places, size);
  }

  static int mix(int a, int b) {
    int h = (a ^ (b * 0x9E3779B9 + 0x7F4A7C15)) * 0x85EBCA6B;
    return ((h ^ (h >>> 13)) * 0xC2B2AE35) ^ (h >>> 16);
  }
}
