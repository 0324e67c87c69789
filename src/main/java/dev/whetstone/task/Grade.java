package dev.whetstone.task;

/** What an exact check says of a completion; unreadable is not wrong. */
public enum Grade {
  RIGHT,
  WRONG,
  UNREADABLE
}
