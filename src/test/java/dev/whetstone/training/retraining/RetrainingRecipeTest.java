package dev.whetstone.training.retraining;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.training.recipe.Recipe;
import dev.whetstone.training.recipe.RecipeFile;
import dev.whetstone.training.recipe.Source;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RetrainingRecipeTest {
  private static final UUID ID = new UUID(1, 2);

  @Test
  void theVersionThatServesLearnsWhatIsNewBesideAReplayOfTheOld() throws Exception {
    Recipe shipped = RecipeFile.read(Path.of("models/step-verifier/recipe.yaml"));
    Map<String, Double> sets = new LinkedHashMap<>();
    sets.put("reviewed", 1.0);
    sets.put("archive/step-verifier", 2.0);

    Recipe recipe =
        new RetrainingRecipe(shipped, sets, 500, 0.25, 0.5, List.of("processbench_math"))
            .of("step-verifier@4", ID);

    assertEquals("step-verifier@4", recipe.start());
    assertTrue(recipe.description().endsWith(RetrainingRecipe.mark(ID)));
    assertEquals(Optional.of(List.of("processbench_math")), recipe.heldOut());
    List<Source> train = recipe.train();
    assertEquals(3 + shipped.train().size(), train.size());
    assertEquals(Optional.of("reviewed"), train.getFirst().labels());
    assertEquals(Optional.of("archive/step-verifier"), train.get(1).labels());
    assertEquals(Optional.of(500), train.get(2).outcomes());
    for (Source fresh : train.subList(0, 3)) assertEquals(Optional.of(true), fresh.once());
    assertEquals(Optional.of(0.25), train.get(2).weight());
    assertEquals(Optional.of(0.5), train.get(3).weight(), "one that weighed 1");
    assertEquals(Optional.of(0.25), train.get(4).weight(), "one that weighed a half");
    assertEquals(recipe, RecipeFile.parse(RecipeFile.write(recipe)));
  }

  @Test
  void aStartFromNothingIsReplayedAsAStartFromTheVersionThatServes() throws Exception {
    Recipe small = RecipeFile.read(Path.of("src/test/resources/training/small.yaml"));
    Recipe recipe = new RetrainingRecipe(small, Map.of(), 10, 1, 1, List.of()).of("toy@3", ID);
    assertEquals("toy@3", recipe.start());
    assertEquals(Optional.empty(), recipe.network());
  }
}
