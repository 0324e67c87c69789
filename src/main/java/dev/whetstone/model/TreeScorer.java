package dev.whetstone.model;

import java.util.List;

/**
 * A scorer that also reads trees of steps: each step gets what it gets in the derivation that ends
 * there, but for rounding (1e-4 in a probability), and a shared beginning is read once.
 */
public interface TreeScorer extends Scorer {
  /**
   * A step that no derivation may have (see {@link Scorer#prepare}) is left out with all behind it,
   * and refuses no other.
   *
   * @throws Unscorable if nothing of the tree can be read
   */
  Prepared prepare(StepTree tree) throws Unscorable;

  /**
   * One reading each, in their order. Only its owner's thread may call it.
   *
   * @param batch prepared as trees
   * @throws ModelFault for the batch as a whole
   */
  List<TreeReading> read(List<Prepared> batch);
}
