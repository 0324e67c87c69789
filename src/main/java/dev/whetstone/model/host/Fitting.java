package dev.whetstone.model.host;

import dev.whetstone.model.Card;
import dev.whetstone.model.net.Network;
import dev.whetstone.model.net.Safetensors;
import dev.whetstone.model.text.Notes;
import dev.whetstone.model.text.Rows;
import dev.whetstone.model.wide.LogisticRegression;
import java.nio.file.Path;
import java.util.Map;

/** Whether the files of a step verifier's folder fit each other, its card and this program. */
record Fitting(Path folder) {
  static final String WEIGHTS = "weights.safetensors";

  /**
   * @throws Refused for the first thing that does not fit
   */
  void check(Safetensors.Source weights, Card card) throws Refused {
    weights(weights, card);
    vocabulary(weights.network());
  }

  private void weights(Safetensors.Source weights, Card card) throws Refused {
    Network network = weights.network();
    same("kinds of flaw", network.kinds(), "its card has", card.kinds().size());
    same("notes", network.notes(), "this program has", Notes.COUNT);
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

  private void vocabulary(Network network) throws Refused {
    Map<String, Long> ids = TokenizerFiles.vocabulary(folder);
    for (Map.Entry<String, Integer> own : Rows.OWN.entrySet())
      if (ids.getOrDefault(own.getKey(), -1L) != own.getValue().longValue())
        throw refused("its id of %s is not %d".formatted(own.getKey(), own.getValue()));
    for (Map.Entry<String, Long> word : ids.entrySet())
      if (word.getValue() < 0 || word.getValue() >= network.vocabulary())
        throw refused(
            "its id of %s is %d, where the network knows %d words"
                .formatted(word.getKey(), word.getValue(), network.vocabulary()));
    for (TokenizerFiles.Added added : TokenizerFiles.added(folder))
      throw refused("a text could write its added token %s".formatted(added.content()));
  }

  private Refused refused(String reason) {
    return new Refused(folder, TokenizerFiles.FILE, reason);
  }
}
