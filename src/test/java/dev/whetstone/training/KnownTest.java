package dev.whetstone.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.whetstone.model.fit.Example;
import dev.whetstone.model.fit.Example.Step;
import dev.whetstone.model.fit.Example.Target;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KnownTest {
  private static final Optional<Target> RIGHT = Optional.of(Target.of(true, 1));
  private static final Optional<Target> WRONG = Optional.of(Target.of(false, 1));

  @Test
  void aStepAfterTheSameStepsIsLabelledOnceByTheFirstThatDoes() {
    Known known = new Known();
    Example people = chain("p", new Step(-1, "a", RIGHT), new Step(0, "b", WRONG));
    Example outcome = chain("p", new Step(-1, "a", Optional.empty()), new Step(0, "b", RIGHT));
    Example other = chain("q", new Step(-1, "a", Optional.empty()), new Step(0, "b", RIGHT));

    assertEquals(List.of(people), known.without(List.of(people)));
    assertEquals(List.of(other), known.without(List.of(outcome, other, other)));
  }

  @Test
  void whatIsKnownOfASolutionStaysAsContextForWhatIsNew() {
    Known known = new Known();
    known.without(List.of(chain("p", new Step(-1, "a", RIGHT))));
    Example longer = chain("p", new Step(-1, "a", WRONG), new Step(0, "b", WRONG));
    assertEquals(
        List.of(chain("p", new Step(-1, "a", Optional.empty()), new Step(0, "b", WRONG))),
        known.without(List.of(longer)));
  }

  private static Example chain(String problem, Step... steps) {
    return new Example(problem, List.of(steps));
  }
}
