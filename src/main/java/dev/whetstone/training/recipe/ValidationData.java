package dev.whetstone.training.recipe;

import java.util.List;

/**
 * What early stopping, calibration and thresholds are taken from.
 *
 * @param labels sets of human labels
 * @param examples worked solutions of each family beside them; 0 for none
 */
public record ValidationData(List<String> labels, int examples) {
  public ValidationData {
    labels = Rule.sets("labels", labels);
    Rule.within("examples", examples, 0, Source.MOST);
    Rule.require(
        !labels.isEmpty() || examples > 0,
        "labels",
        "names no set, and there are no examples; name a set or write examples above 0");
  }
}
