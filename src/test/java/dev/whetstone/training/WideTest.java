package dev.whetstone.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.benchmark.label.Generated;
import dev.whetstone.benchmark.label.Labelled;
import dev.whetstone.model.Derivation;
import dev.whetstone.model.Reading;
import dev.whetstone.model.fit.Example;
import dev.whetstone.model.wide.LogisticRegression;
import dev.whetstone.model.wide.Prior;
import dev.whetstone.model.wide.StepFeatures;
import dev.whetstone.task.Split;
import dev.whetstone.task.TaskFamily;
import dev.whetstone.task.family.Families;
import dev.whetstone.training.source.FamilyExamples;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WideTest {
  private static final double LEAST = 0.458;

  @ParameterizedTest
  @ValueSource(strings = {"chain_sum", "gcd", "fraction_simplification", "shuffled_objects"})
  void theFirstWrongStepOfAFamilyIsFoundInProblemsNeverSeen(String name) {
    TaskFamily family = Families.named(name).orElseThrow();
    LogisticRegression model = Wide.fit(List.of(), worked(family, 300)).model();
    List<Labelled> unseen = new Generated(family, 5).items(60);
    long exact = unseen.stream().filter(l -> said(model, l).equals(l.truth().firstError())).count();
    assertTrue(exact >= 0.95 * unseen.size(), exact + " of " + unseen.size());
  }

  private static Stream<Example> worked(TaskFamily family, int count) {
    FamilyExamples examples = new FamilyExamples(family, Split.TRAIN, "test", 1);
    return LongStream.range(0, count).mapToObj(examples::example).flatMap(Optional::stream);
  }

  private static OptionalInt said(LogisticRegression model, Labelled labelled) {
    List<Double> steps =
        StepFeatures.from(0, labelled.solution()).stream().map(model::probability).toList();
    boolean wrong = steps.stream().anyMatch(p -> p < LEAST);
    return wrong ? Reading.likeliestError(steps) : OptionalInt.empty();
  }

  @Test
  void theSameWordsInAnotherTaskAreNotDecided() {
    TaskFamily family = Families.named("chain_sum").orElseThrow();
    LogisticRegression model = Wide.fit(List.of(), worked(family, 60)).model();
    String sum = "Calculate 30 + 12. Give only the final number as your answer.";
    String eggs = "Ann has 12 eggs and buys 30 more. How many eggs has she?";

    assertTrue(prior(model, sum, "30 + 12 = 42").decides());
    assertEquals(prior(model, sum, "30 + 12 = 42"), prior(model, sum, "$30 + 12 = 42$"));
    assertFalse(prior(model, sum, "30 + 12 = 42" + " ".repeat(4096) + "so 1 = 2").decides());
    assertEquals(Prior.NONE, prior(model, eggs, "30 + 12 = 42"));
  }

  private static Prior prior(LogisticRegression model, String problem, String step) {
    return model.prior(StepFeatures.from(0, new Derivation(problem, List.of(step))).getFirst());
  }

  @Test
  void whatIsNotedChangesNothingOfOtherTexts() {
    Example other =
        new Example("Why?", List.of(new Example.Step(-1, "Because.", Optional.empty())));
    Wide wide = Wide.fit(List.of(), worked(Families.named("gcd").orElseThrow(), 20));
    assertEquals(Prior.NONE, wide.unseen(other).steps().getFirst().prior());
  }

  @Test
  void weightsOfTheSurfaceAloneAreTaken() {
    float[] surface = new float[LogisticRegression.SURFACE];
    surface[3] = 2;
    float[] all = Wide.of(surface).model().weights();
    assertEquals(LogisticRegression.SPACE, all.length);
    assertArrayEquals(surface, Arrays.copyOf(all, surface.length));
  }
}
