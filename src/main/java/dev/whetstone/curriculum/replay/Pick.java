package dev.whetstone.curriculum.replay;

import dev.whetstone.curriculum.Cell;

/**
 * One edit of one case, with its probability among all of the archive's.
 *
 * @param cell that it asks at
 */
record Pick(Case of, Edit edit, Cell cell, double probability) {
  Origin origin() {
    return new Origin(of.index(), of.cell().levels(), edit);
  }
}
