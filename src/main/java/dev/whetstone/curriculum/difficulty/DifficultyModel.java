package dev.whetstone.curriculum.difficulty;

import dev.whetstone.task.Levels;
import dev.whetstone.verify.Reliability;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Foretells how often any cell of a run is solved: log-odds = ability of the run + offset of the
 * family - cost of each level, as in item response theory (Rasch 1960), learned lesson by lesson by
 * assumed-density filtering. Ability and offsets drift, since a run learns; ability is shared, so
 * that a family never tried is foretold too. Immutable; the same lessons give the same bits.
 *
 * @param families by name; a family without a lesson is left out
 */
public record DifficultyModel(
    Normal ability, Map<String, FamilyEffects> families, Calibration calibration) {
  /** Where nothing is known, as a curriculum takes it: the mean of the uniform prior. */
  public static final double ORDINARY = 0.5;

  public static final DifficultyModel START =
      new DifficultyModel(new Normal(0, 1), Map.of(), Calibration.NONE);

  /** Of the ability at each lesson of the run. */
  private static final double DRIFT = 0.0001;

  public DifficultyModel {
    families = Collections.unmodifiableMap(new TreeMap<>(families));
  }

  public Forecast forecast(String family, Levels levels) {
    Normal effects = effects(family, levels).at(levels);
    return new Forecast(
        new Normal(ability.mean() + effects.mean(), ability.variance() + effects.variance()));
  }

  /** The mean of the prior of a cell's observed pass rate: the forecast as far as it is trusted. */
  public double prior(String family, Levels levels, Reliability verifier) {
    double trust = calibration.trust();
    if (trust == 0 || !Observation.isInformative(verifier)) return ORDINARY;
    return ORDINARY + trust * (forecast(family, levels).passed(verifier) - ORDINARY);
  }

  /**
   * After one lesson.
   *
   * @param share of the group that passed, in [0, 1]
   * @param first whether the cell had no lesson before; only then the forecast is put to the test
   */
  public DifficultyModel after(
      String family, Levels levels, Reliability verifier, double share, boolean first) {
    if (!Observation.isInformative(verifier)) return this;
    Forecast forecast = forecast(family, levels);
    Normal before = forecast.logOdds();
    Normal after = new Observation(share, verifier).update(before);
    Map<String, FamilyEffects> changed = new TreeMap<>(families);
    changed.put(family, effects(family, levels).after(levels, before, after));
    Calibration judged = first ? calibration.after(forecast.passed(verifier), share) : calibration;
    return new DifficultyModel(ability(before, after), changed, judged);
  }

  /** The ability's part of the correction, in proportion to its part of the variance. */
  private Normal ability(Normal before, Normal after) {
    double part = ability.variance() / before.variance();
    double gone = part * ability.variance() * (1 - after.variance() / before.variance());
    return new Normal(
        ability.mean() + part * (after.mean() - before.mean()), ability.variance() - gone + DRIFT);
  }

  private FamilyEffects effects(String family, Levels levels) {
    FamilyEffects known = families.get(family);
    return known == null ? FamilyEffects.prior(levels.indices().size()) : known;
  }
}
