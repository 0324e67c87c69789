package dev.whetstone.training.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.model.fit.Example;
import dev.whetstone.model.wide.note.grid.Board;
import dev.whetstone.model.wide.note.grid.Frontier;
import dev.whetstone.model.wide.note.grid.Standing;
import dev.whetstone.model.wide.note.grid.Standing.There;
import dev.whetstone.model.wide.note.grid.Walk;
import dev.whetstone.model.wide.note.polynomial.Expansion;
import dev.whetstone.model.wide.note.polynomial.LikeTerms;
import dev.whetstone.model.wide.note.polynomial.Stated;
import dev.whetstone.model.wide.template.ProblemWords;
import dev.whetstone.model.wide.template.Template;
import dev.whetstone.task.Split;
import dev.whetstone.task.TaskFamily;
import dev.whetstone.task.family.MiniSudoku;
import dev.whetstone.task.family.PolynomialMultiplication;
import dev.whetstone.task.family.ShortestPath;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** That grids and polynomials decide each right and each broken step of the families about them. */
class FamilyBoardsTest {
  /** Whether a step is right, after those before it. */
  private interface Verdict {
    boolean of(String problem, List<String> before, String step);
  }

  private static void decides(TaskFamily family, Verdict verdict) {
    FamilyExamples examples = new FamilyExamples(family, Split.TRAIN, "boards", 1);
    Stream<Example> all =
        LongStream.range(0, 24).mapToObj(examples::example).flatMap(Optional::stream);
    assertTrue(all.mapToLong(example -> decided(example, verdict)).sum() > 100);
  }

  private static long decided(Example example, Verdict verdict) {
    List<Example.Step> steps = example.steps();
    for (int i = 0; i < steps.size(); i++) {
      List<String> path = example.path(i);
      boolean right = steps.get(i).target().orElseThrow().right() == 1;
      boolean said =
          verdict.of(example.problem(), path.subList(0, path.size() - 1), path.getLast());
      assertEquals(right, said, () -> example.problem() + "\n" + String.join("\n", path));
    }
    return steps.size();
  }

  private static Template template(String problem, String text) {
    return Template.of(text, ProblemWords.of(problem));
  }

  private static Board board(String problem, List<String> steps) {
    Board board = Board.of(problem);
    for (String step : steps) board = board.then(template(problem, step));
    return board;
  }

  @Test
  void aSudokusDigitsDecideItsSteps() {
    decides(
        new MiniSudoku(),
        (problem, before, step) ->
            board(problem, before)
                .standing(template(problem, step))
                .filter(standing -> isSo(standing, step))
                .isPresent());
  }

  private static boolean isSo(Standing standing, String step) {
    if (standing.there() != There.NOTHING) return false;
    if (step.contains("rule out every other digit")) return standing.choices() == 1;
    List<String> units = List.of("its row has", "its column has", "its box has");
    int unit =
        IntStream.range(0, 3).filter(i -> step.contains(units.get(i))).findFirst().orElseThrow();
    return (standing.only() & 1 << unit) != 0;
  }

  @Test
  void aMazesCellsDecideListsAndTraces() {
    decides(
        new ShortestPath(),
        (problem, before, step) -> {
          Board board = board(problem, before);
          Template read = template(problem, step);
          return board.frontier(read).filter(new Frontier(0, 0, 0, false)::equals).isPresent()
              || board.walk(read).filter(new Walk(true, true, true, true)::equals).isPresent();
        });
  }

  @Test
  void termsDecideAnExpansion() {
    decides(
        new PolynomialMultiplication(),
        (problem, before, step) -> {
          Expansion expansion = Expansion.of(template(problem, problem)).orElseThrow();
          for (String old : before) expansion = expansion.then(template(problem, old));
          Template read = template(problem, step);
          return expansion.stated(read).filter(new Stated(0, 0, true, true)::equals).isPresent()
              || expansion.likeTerms(read).filter(FamilyBoardsTest::isSo).isPresent();
        });
  }

  private static boolean isSo(LikeTerms terms) {
    return terms.missing() == 0 && terms.wrong() == 0 && terms.holds();
  }
}
