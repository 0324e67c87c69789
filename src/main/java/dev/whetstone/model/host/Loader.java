package dev.whetstone.model.host;

import dev.whetstone.model.Card;
import dev.whetstone.model.Scorer;
import java.nio.file.Path;

/** Makes a model of its folder, by the card's format, and lets it serve only if it is itself. */
public final class Loader {
  private Loader() {}

  /**
   * @param folder whose files the card was checked against, by {@link Cards#read}
   * @param bounds of our own step verifier; a user's model reads a derivation as one row
   * @return a scorer, warm, that has said its golden examples again; the caller's thread may hand
   *     it to its owner
   * @throws Refused if a file is at fault, or a golden example comes out otherwise
   * @throws MissingGpu if a GPU is demanded that the engine does not see
   */
  public static Scorer load(Path folder, Card card, Placement placement, Bounds bounds)
      throws Refused {
    Scorer scorer = open(folder, card, placement, bounds);
    try {
      new Rehearsal(folder, scorer).run();
      if (scorer instanceof HostedModel hosted) hosted.fill(folder);
      return scorer;
    } catch (Refused | RuntimeException e) {
      scorer.close();
      throw e;
    }
  }

  /** As {@link #load(Path, Card, Placement, Bounds)}, with the usual bounds. */
  public static Scorer load(Path folder, Card card, Placement placement) throws Refused {
    return load(folder, card, placement, Bounds.USUAL);
  }

  /**
   * Makes a model of its folder, unrehearsed: to see what it says, not to serve.
   *
   * @throws Refused if a file is at fault
   */
  public static Scorer open(Path folder, Card card, Placement placement) throws Refused {
    return open(folder, card, placement, Bounds.USUAL);
  }

  static Scorer open(Path folder, Card card, Placement placement, Bounds bounds) throws Refused {
    return switch (card.format()) {
      case WHETSTONE ->
          StepVerifier.load(folder, card, Engines.device(Engines.PYTORCH, placement), bounds);
      case TORCHSCRIPT, ONNX ->
          HostedModel.load(folder, card, Engines.device(Graph.engine(card.format()), placement));
    };
  }
}
