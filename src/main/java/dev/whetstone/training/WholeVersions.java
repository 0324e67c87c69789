package dev.whetstone.training;

import dev.whetstone.model.Card;
import dev.whetstone.model.host.ModelFolder;
import dev.whetstone.model.host.ModelFolders;
import java.nio.file.Path;
import java.util.List;

/** The whole versions of a model in a folder of models. */
public final class WholeVersions {
  private WholeVersions() {}

  /** The newest last. */
  public static List<Card> cards(Path models, String model) {
    return ModelFolders.list(models).stream()
        .filter(ModelFolder.Whole.class::isInstance)
        .map(folder -> ((ModelFolder.Whole) folder).card())
        .filter(card -> card.name().equals(model))
        .toList();
  }

  /** The newest last. */
  public static List<String> versions(Path models, String model) {
    return cards(models, model).stream().map(Card::version).toList();
  }
}
