package dev.whetstone.model.wide.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TemplateTest {
  private static final ProblemWords STORY = ProblemWords.of("Ann and Ben had 12 cards and lost 5.");

  private static Template of(String text) {
    return Template.of(text, STORY);
  }

  @Test
  void numbersNamesAndTheProblemsWordsAreBlanked() {
    Template step = of("Ann has 12 - 5 = 7 cards.");
    assertEquals(step.hash(), of("Ben has 83 - 9 = 74 cards.").hash());
    assertNotEquals(step.hash(), of("Ann has 12 + 5 = 17 cards.").hash());
    assertEquals(step.words(), of("Ann has 12 + 5 = 17 cards.").words());
    assertNotEquals(step.words(), of("Ann lacks 12 - 5 = 7 cards.").words());
    assertEquals(List.of("Ann"), step.names());
    assertEquals(List.of("card"), step.own());
  }

  @Test
  void runsAreWhatStandsBetweenWordsAndRelations() {
    Template step = of("From 21, 52, -3: 52 + 21 = 73, leaving -3, 73");
    assertEquals(
        List.of("21,52,-3", "52+21", "73", "-3,73"), step.runs().stream().map(Run::text).toList());
    assertEquals(List.of('w', ':', '=', 'w'), step.runs().stream().map(Run::before).toList());
    assertEquals(List.of("21", "52", "-3", "52", "21", "73", "-3", "73"), step.items());
  }

  @Test
  void lettersBesideSignsAreVariablesAndCapitalsNumerals() {
    assertEquals(
        List.of("-322*x+884", "562"),
        of("Collect -322*x + 884 = 562").runs().stream().map(Run::text).toList());
    assertEquals(List.of("4B", "16", "75"), of("4B in base 16 is a way to say 75").items());
  }

  @Test
  void aVariableOfTheProblemIsOneWhereItStandsAlone() {
    ProblemWords problem = ProblemWords.of("Solve for t: 3*t = 2 - t");
    Template step = Template.of("Add t to both sides of 3*t = 2 - t: 4*t = 2", problem);
    assertEquals("t", step.runs().getFirst().text());
    assertEquals(step.words(), Template.of("Add 5 to both sides of 1 = 2: 3 = 4", problem).words());
    assertEquals(List.of(), of("Add t to both sides").runs());
  }

  @Test
  void theWordBeforeAProblemsWordIsKeptWithoutArticles() {
    ProblemWords problem = ProblemWords.of("All actors are bakers.");
    Template step = Template.of("he is not an actor, so is a baker", problem);
    assertEquals(List.of("actor", "baker"), step.own());
    assertEquals(List.of("not", "is"), step.leads());
    assertEquals(step.hash(), Template.of("he is not a baker, so is an actor", problem).hash());
    assertEquals(List.of(), Template.of("All actors", problem).names());
  }

  @Test
  void digitsAndLettersSideBySideAreAProductUpToTheLastNumeral() {
    Template step = of("2x + 1a2B = 3y2");
    assertEquals(List.of("2x+1a2B", "3y2"), step.runs().stream().map(Run::text).toList());
    assertEquals(List.of("2", "1", "2B", "3", "2"), step.items());
  }

  @Test
  void aLetterBehindANumberIsAVariableAtTheEndToo() {
    assertEquals(List.of("3+5", "8x"), of("3 + 5 = 8x").runs().stream().map(Run::text).toList());
  }

  @Test
  void movesThatTheProblemAsksForAreOneRun() {
    ProblemWords moves = ProblemWords.of("Go up, down, left or right.");
    Template step = Template.of("So the way is: up up left", moves);
    assertEquals(List.of("up", "up", "left"), step.items());
    assertEquals(step.words(), Template.of("So the way is: down", moves).words());
    assertEquals(List.of(), of("So the way is: up up left").items());
  }

  @Test
  void aListInBracketsHoldsWords() {
    assertEquals(
        List.of("ball", "apple", "apple", "ball"),
        of("Merge [ball] and [apple]: [apple, ball]").items());
  }

  @Test
  void aLongTextIsReadUpToABound() {
    Template step = of("1 a ".repeat(100_000));
    assertTrue(step.runs().size() <= 24);
    assertEquals(step.runs().stream().flatMap(run -> run.items().stream()).toList(), step.items());
  }
}
