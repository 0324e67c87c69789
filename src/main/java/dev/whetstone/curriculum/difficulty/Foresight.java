package dev.whetstone.curriculum.difficulty;

/**
 * How far a run's difficulty model is trusted.
 *
 * @param trust in [0, 1]: the part of a forecast's distance from one half that is believed
 * @param lessons first lessons of cells, faded, that the trust rests on
 * @param ability of the run, in log-odds; 0 at its start
 * @param uncertainty standard deviation of the ability
 */
public record Foresight(double trust, double lessons, double ability, double uncertainty) {
  public static Foresight of(DifficultyModel model) {
    return new Foresight(
        model.calibration().trust(),
        model.calibration().lessons(),
        model.ability().mean(),
        model.ability().deviation());
  }
}
