package dev.whetstone.curriculum.replay;

/** How a task comes from an archived case. */
public enum Edit {
  /** The same question again. */
  SAME,
  /** The same levels, another draw. */
  RESEED,
  /** One control a level up, another draw. */
  HARDER,
  /** One control a level down, another draw. */
  EASIER,
  /** One control a level up and another a level down, another draw: built otherwise. */
  RESHAPE
}
