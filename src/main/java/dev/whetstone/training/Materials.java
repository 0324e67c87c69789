package dev.whetstone.training;

import dev.whetstone.model.Card;
import dev.whetstone.model.fit.Example;
import java.util.List;

/**
 * What a verifier is trained and validated on.
 *
 * @param data what it was made of, for the card
 */
public record Materials(List<Example> training, List<Example> validation, List<Card.Data> data) {
  public Materials {
    training = List.copyOf(training);
    validation = List.copyOf(validation);
    data = List.copyOf(data);
  }
}
