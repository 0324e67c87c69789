package dev.whetstone.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.whetstone.model.fit.Example;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemsTest {
  private final Problems measured = new Problems(List.of(example("What is 1 + 2?")));

  @Test
  void caseAndSpacingMakeNoOtherProblem() {
    List<Example> examples = List.of(example("What is 3?"), example(" what  is 1 +\n2? "));

    assertEquals(examples.subList(0, 1), measured.without(examples));
  }

  private static Example example(String problem) {
    return new Example(problem, List.of());
  }
}
