package dev.whetstone.training;

import dev.whetstone.model.Card;
import dev.whetstone.model.fit.Example;
import java.util.List;

/**
 * What a verifier is trained and validated on.
 *
 * @param wide weights of the linear model that the examples' priors are from
 * @param sources what it was made of, for the card
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record TrainingData(
    List<Example> training, List<Example> validation, float[] wide, List<Card.Data> sources) {
  TrainingData {
    training = List.copyOf(training);
    validation = List.copyOf(validation);
    sources = List.copyOf(sources);
  }
}
