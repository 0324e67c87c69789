package dev.whetstone.model;

/** A derivation made ready for one scorer: cut into windows, turned into tokens. */
public interface Prepared {
  /** Tokens of its longest window: what it is padded by. */
  int longest();

  /** Windows, each a row of a batch; at least 1. */
  int windows();
}
