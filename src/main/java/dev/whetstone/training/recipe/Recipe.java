package dev.whetstone.training.recipe;

import dev.whetstone.model.fit.Plan;
import dev.whetstone.model.net.Encoder;
import java.util.List;
import java.util.Optional;

/**
 * What a verifier is trained from, and how; see {@link RecipeFile}.
 *
 * @param model name of the folder under {@code models/} that gets a new version
 * @param description for the card
 * @param licence SPDX, of the weights that come out
 * @param start {@value #RANDOM}, a pre-trained encoder, or a version of a model: {@code
 *     name@version}
 * @param tokenizer a version whose tokenizer is used, for a random start
 * @param network its shape, for a random start
 * @param train where labelled steps come from; none where no step is made
 * @param validation what early stopping, calibration and thresholds are taken from
 * @param benchmark sets of labels whose measures the card shows
 * @param heldOut sets of labels whose problems for testing are learnt from in no set
 * @param fit how it is fitted; with 0 steps the start's weights are calibrated and examined again
 */
public record Recipe(
    String model,
    String description,
    String licence,
    String start,
    Optional<String> tokenizer,
    Optional<Shape> network,
    List<Source> train,
    ValidationData validation,
    List<String> benchmark,
    Optional<List<String>> heldOut,
    Plan fit) {
  /** A start from nothing. */
  public static final String RANDOM = "random";

  private static final int LONGEST_TEXT = 10_000;

  public Recipe {
    Rule.name("model", model);
    Rule.text("description", description);
    Rule.within("description", description.length(), 1, LONGEST_TEXT);
    Rule.text("licence", licence);
    Rule.text("start", start);
    if (!start.equals(RANDOM) && !start.equals(Encoder.NAME)) startsFrom(start);
    tokenizer.ifPresent(version -> Rule.version("tokenizer", version));
    train = Rule.list("train", train);
    benchmark = Rule.sets("benchmark", benchmark);
    heldOut = heldOut.map(sets -> Rule.sets("held_out", sets));
    Rule.require(validation != null, "validation", "is missing; write labels: and examples:");
    Rule.require(fit != null, "fit", "is missing; write how it is fitted");
    boolean random = start.equals(RANDOM);
    onlyIf(random, "tokenizer", tokenizer);
    onlyIf(random, "network", network);
    Rule.require(
        train.isEmpty() == (fit.steps() == 0),
        "train",
        train.isEmpty()
            ? "names no source; write one, or fit.steps: 0"
            : "with fit.steps: 0 nothing is trained on; write []");
    network.ifPresent(shape -> Rule.room(shape.positions(), fit));
  }

  private static void startsFrom(String start) {
    Rule.require(
        start.contains("@"),
        "start",
        "there is no '%s'; write %s, %s or name@version".formatted(start, RANDOM, Encoder.NAME));
    Rule.version("start", start);
  }

  private static void onlyIf(boolean random, String field, Optional<?> value) {
    Rule.require(
        value.isPresent() == random,
        field,
        random
            ? "is missing; a random start needs one"
            : "belongs to a random start alone; take it out");
  }

  /**
   * @throws InvalidRecipe if the network that it starts from is wider than its rows
   */
  public void requireRoom(int positions) throws InvalidRecipe {
    try {
      Rule.room(positions, fit);
    } catch (IllegalArgumentException e) {
      throw new InvalidRecipe(e.getMessage(), e);
    }
  }

  /** Whether the weights of its start are taken as they are. */
  public boolean keepsWeights() {
    return fit.steps() == 0;
  }
}
