package dev.whetstone.training;

import dev.whetstone.model.Card;
import dev.whetstone.model.fit.Example;
import dev.whetstone.model.wide.LogisticRegression;
import java.util.List;

/**
 * What a verifier is trained and validated on.
 *
 * @param wide the linear model that the examples' priors are from
 * @param data what it was made of, for the card
 */
public record Materials(
    List<Example> training,
    List<Example> validation,
    LogisticRegression wide,
    List<Card.Data> data) {
  public Materials {
    training = List.copyOf(training);
    validation = List.copyOf(validation);
    data = List.copyOf(data);
  }
}
