package dev.whetstone.model.wide.note;

import java.util.Arrays;

/** Hashes of notes, each made together with the step's template; bounded. */
final class NoteHashes {
  private final int template;
  private final int[] hashes = new int[StepNotes.MAX];
  private final int[] marks = new int[2 * StepNotes.MAX + StepNotes.TEMPLATE_MARKS];
  private int size;
  private int marked;
  private int whole;

  NoteHashes(int template) {
    this.template = template;
    mark(template);
  }

  /** Twice, so that few others have both by chance. */
  private void mark(int hash) {
    marks[marked++] = mix(hash, 1);
    marks[marked++] = mix(hash, 2);
  }

  void add(Note note, int value) {
    add(note.id(), value);
  }

  void add(Note note, boolean value) {
    add(note.id(), value);
  }

  /**
   * @param note as {@link Note#at} says
   */
  void add(int note, int value) {
    if (size < hashes.length) hashes[size++] = mix(mix(template, note), value);
  }

  void add(int note, boolean value) {
    add(note, value ? 1 : 0);
  }

  void addKey(Note note, int value) {
    addKey(note.id(), value);
  }

  /** A note that is part of the note on the whole step. */
  void addKey(int note, int value) {
    if (isFull()) return;
    add(note, value);
    mark(hashes[size - 1]);
    whole = mix(whole, value);
  }

  /** Of all key notes. */
  int whole() {
    return whole;
  }

  boolean isFull() {
    return size == hashes.length;
  }

  /** Of the template and of each key note: {@link StepNotes#TEMPLATE_MARKS} each. */
  int[] marks() {
    return Arrays.copyOf(marks, marked);
  }

  int[] templateMarks() {
    return Arrays.copyOf(marks, StepNotes.TEMPLATE_MARKS);
  }

  int[] all() {
    return Arrays.copyOf(hashes, size);
  }

  static int mix(int a, int b) {
    int h = (a ^ (b * 0x9E3779B9 + 0x7F4A7C15)) * 0x85EBCA6B;
    return ((h ^ (h >>> 13)) * 0xC2B2AE35) ^ (h >>> 16);
  }
}
