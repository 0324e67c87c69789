package dev.whetstone.curriculum.bakeoff;

import dev.whetstone.curriculum.Cell;
import dev.whetstone.curriculum.CurriculumState;
import java.util.List;

/** A simulated run whose true pass rates are known, for judging what is foretold of them. */
interface Setting {
  /** One batch: chosen by the curriculum, attempted, and learned from on both sides. */
  void step();

  CurriculumState state();

  List<Cell> cells();

  /** Whether verdicts on this family say anything at all; of one judged by a coin they do not. */
  default boolean isTold(String family) {
    return true;
  }

  /** The true rate at which a cell is solved now. */
  double solved(Cell cell);
}
