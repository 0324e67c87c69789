package dev.whetstone.model;

import java.util.List;

/**
 * A loaded model. A derivation is prepared on any thread; one owner scores. A derivation scored
 * alone gets what it gets in any batch, but for rounding (1e-4 in a probability).
 */
public interface Scorer extends AutoCloseable {
  Card card();

  /**
   * @throws Unscorable by a stated rule: too long, no steps, a step longer than a window
   */
  Prepared prepare(Derivation derivation) throws Unscorable;

  /**
   * One reading each, in their order. Only its owner's thread may call it.
   *
   * @throws ModelFault for the batch as a whole
   */
  List<Reading> score(List<Prepared> batch);

  /** Frees what the engine holds; only after the last score has returned. */
  @Override
  void close();
}
