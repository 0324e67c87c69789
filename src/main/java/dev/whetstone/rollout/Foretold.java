package dev.whetstone.rollout;

import dev.whetstone.curriculum.Cell;
import dev.whetstone.curriculum.difficulty.DifficultyModel;
import dev.whetstone.curriculum.difficulty.Forecast;

/**
 * How often a cell is solved, as the run's difficulty model foretells, whether it is trusted or
 * not.
 *
 * @param low lower end of its central 95 %
 * @param high upper end of its central 95 %
 */
public record Foretold(Cell cell, double solved, double low, double high) {
  static Foretold of(DifficultyModel model, Cell cell) {
    Forecast forecast = model.forecast(cell.family(), cell.levels());
    return new Foretold(cell, forecast.solved(), forecast.low(), forecast.high());
  }
}
