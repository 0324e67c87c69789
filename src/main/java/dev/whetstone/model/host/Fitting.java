package dev.whetstone.model.host;

import dev.whetstone.model.Card;
import dev.whetstone.model.net.Network;
import dev.whetstone.model.net.Safetensors;
import dev.whetstone.model.text.Notes;
import dev.whetstone.model.wide.LogisticRegression;
import java.nio.file.Path;

/** Whether the files of a step verifier's folder fit each other, its card and this program. */
record Fitting(Path folder) {
  private static final String WEIGHTS = Card.Format.WHETSTONE.weights();

  /**
   * @throws Refused for the first thing that does not fit
   */
  void check(Safetensors.Source weights, Card card) throws Refused {
    weights(weights, card);
    Vocabulary.read(folder).requireWithin(weights.network().vocabulary());
  }

  private void weights(Safetensors.Source weights, Card card) throws Refused {
    Network network = weights.network();
    same("kinds of flaw", network.kinds(), "its card has", card.kinds().size());
    same("notes", network.notes(), "this program has", Notes.COUNT);
    if (!LogisticRegression.fits(weights.wide().length))
      same("linear weights", weights.wide().length, "this program has", LogisticRegression.SPACE);
    if (network.positions() < card.inputs().maxTokens())
      throw new Refused(
          folder,
          WEIGHTS,
          "it has %d positions where its card has inputs.max_tokens %d"
              .formatted(network.positions(), card.inputs().maxTokens()));
  }

  private void same(String what, int its, String whose, int due) throws Refused {
    if (its != due)
      throw new Refused(
          folder, WEIGHTS, "it has %d %s where %s %d".formatted(its, what, whose, due));
  }
}
