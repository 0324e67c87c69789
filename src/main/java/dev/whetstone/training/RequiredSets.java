package dev.whetstone.training;

import dev.whetstone.benchmark.label.LabelSet;
import dev.whetstone.benchmark.label.Labelled;
import dev.whetstone.training.recipe.InvalidRecipe;
import dev.whetstone.training.recipe.Recipe;
import dev.whetstone.training.recipe.Source;
import java.util.List;

/**
 * Whether the sets that a recipe names are there: found out at its start, not after hours.
 *
 * @param known those that are
 */
record RequiredSets(List<LabelSet> known) {
  void check(Recipe recipe) throws InvalidRecipe {
    for (int i = 0; i < recipe.train().size(); i++) {
      Source source = recipe.train().get(i);
      String field = "train[" + i + "]." + (source.labels().isPresent() ? "labels" : "broken");
      if (source.set().isPresent()) learnable(field, source.set().get());
    }
    present("validation.labels", recipe.validation().labels());
    present("benchmark", recipe.benchmark());
  }

  private void learnable(String field, String name) throws InvalidRecipe {
    present(field, name);
    if (known.stream().noneMatch(s -> isNamed(s, name) && s.split() == Labelled.Split.TRAIN))
      throw new InvalidRecipe(
          field,
          "no row of set '%s' is for training; import it with --split train".formatted(name));
  }

  private void present(String field, List<String> names) throws InvalidRecipe {
    for (int i = 0; i < names.size(); i++) present(field + "[" + i + "]", names.get(i));
  }

  private void present(String field, String name) throws InvalidRecipe {
    if (known.stream().noneMatch(set -> isNamed(set, name)))
      throw new InvalidRecipe(
          field,
          "there are no labels of set '%s'; import them: ./whetstone labels import FILE --set %s"
              .formatted(name, name));
  }

  private static boolean isNamed(LabelSet set, String name) {
    return set.name().equals(name);
  }
}
