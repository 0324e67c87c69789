package dev.whetstone.training.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.benchmark.label.Labelled;
import dev.whetstone.task.Flaw;
import dev.whetstone.task.Split;
import dev.whetstone.task.family.Families;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AuthorTest {
  @Test
  void theTruthOfASolutionIsHowItWasWritten() {
    Author author = author(1);
    assertTrue(author.flaws().contains(Flaw.WRONG_ARITHMETIC));
    for (Flaw flaw : author.flaws()) {
      assertFalse(author.right().truth().hasError());
      assertTrue(author.flawed(flaw).truth().hasError());
    }
  }

  @Test
  void theSameSeedWritesTheSameAndTasksAreOfTheSideForTraining() {
    Author one = author(7);
    Author same = author(7);
    for (int i = 0; i < 20; i++) {
      Labelled written = one.flawed(Flaw.WRONG_OPERAND);
      assertEquals(written, same.flawed(Flaw.WRONG_OPERAND));
      assertEquals(Split.TRAIN, Split.of(written.solution().problem()));
    }
  }

  private static Author author(long seed) {
    return new Author(Families.named("chain_sum").get(), "test", new SplittableRandom(seed));
  }
}
