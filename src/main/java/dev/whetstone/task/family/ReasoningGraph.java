package dev.whetstone.task.family;

import dev.whetstone.task.Category;
import dev.whetstone.task.Checks;
import dev.whetstone.task.Control;
import dev.whetstone.task.Flaw;
import dev.whetstone.task.Levels;
import dev.whetstone.task.Rational;
import dev.whetstone.task.Slip;
import dev.whetstone.task.Task;
import dev.whetstone.task.TaskFamily;
import dev.whetstone.task.Worked;
import dev.whetstone.task.family.ReasoningNet.Node;
import dev.whetstone.task.family.ReasoningNet.Operation;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Solve a word problem told from a reasoning graph, of known complexity on three axes. */
public final class ReasoningGraph implements TaskFamily {
  private static final Control NUMERIC =
      Control.of("numeric", "numerical complexity of the graph's edges, on average", 1, 2, 3, 4, 5);
  private static final Control DEPTH =
      Control.of("depth", "operations on the longest path", 3, 4, 5, 6, 7, 8);
  private static final Control WIDTH =
      Control.of("width", "operations beside the longest path, and one", 1, 2, 3, 4, 5);

  @Override
  public String name() {
    return "reasoning_graph";
  }

  @Override
  public Category category() {
    return Category.WORD_PROBLEMS;
  }

  @Override
  public String summary() {
    return "Solve a word problem told from a reasoning graph, of known complexity on three axes.";
  }

  @Override
  public List<Control> controls() {
    return List.of(NUMERIC, DEPTH, WIDTH);
  }

  @Override
  public Task make(Levels levels, RandomGenerator random) {
    ReasoningNet net =
        ReasoningGrowth.grow(
            levels.value(NUMERIC), levels.value(DEPTH), levels.value(WIDTH), random);
    ReasoningStory story = ReasoningStory.draw(net, random);
    long answer = net.nodes().getFirst().value();
    return new Task(
        story.text(random),
        Long.toString(answer),
        Checks.number(answer),
        "grown backwards from the answer: " + net.complexity(),
        net.numerical(),
        Optional.of(new Steps(story)));
  }

  /** One operation a step, in the order of the text. */
  private record Steps(ReasoningStory story) implements Worked {
    private List<Node> nodes() {
      return story.net().nodes();
    }

    @Override
    public Draft write(Slip slip) {
      List<Integer> told = story.told();
      Rational[] values = new Rational[nodes().size()];
      List<String> steps = new ArrayList<>();
      for (int i = 0; i < values.length; i++) values[i] = Rational.of(nodes().get(i).value());
      for (int step = 0; step < told.size(); step++) {
        String text = step(told.get(step), values, step, slip);
        if (!slip.hits(step, Flaw.SKIPPED_CASE)) steps.add(text);
      }
      return new Draft(steps, values[0].toString());
    }

    private String step(int index, Rational[] values, int step, Slip slip) {
      Node node = nodes().get(index);
      boolean otherRule = slip.hits(step, Flaw.WRONG_RULE);
      Operation operation = otherRule ? mistaken(node.operation()) : node.operation();
      Rational first = Near.value(slip, step, Flaw.WRONG_OPERAND, values[node.first()]);
      Rational second = values[node.second()];
      // A slip may lead to a division by zero; what follows is then as wrong as need be.
      Rational applied = FourOperations.apply(first, operation.sign, second).orElse(first);
      Rational result = Near.value(slip, step, Flaw.WRONG_ARITHMETIC, applied);
      values[index] = slip.hits(step, Flaw.SKIPPED_CASE) ? first : result;
      return "%s has %s %s %s = %s %s."
          .formatted(
              story.owners().get(index),
              operand(first),
              operation.sign,
              operand(second),
              result,
              story.domain().items());
    }

    private static String operand(Rational value) {
      return value.isWhole() && value.numerator().signum() >= 0
          ? value.toString()
          : "(" + value + ")";
    }

    private static Operation mistaken(Operation operation) {
      return switch (operation) {
        case ADD -> Operation.SUBTRACT;
        case SUBTRACT, MULTIPLY -> Operation.ADD;
        case DIVIDE -> Operation.MULTIPLY;
      };
    }

    @Override
    public Set<Flaw> flaws(int step) {
      List<Integer> told = story.told();
      Set<Flaw> flaws = EnumSet.of(Flaw.WRONG_ARITHMETIC, Flaw.WRONG_OPERAND, Flaw.WRONG_RULE);
      if (step + 1 < told.size() && uses(nodes().get(told.get(step + 1)), told.get(step)))
        flaws.add(Flaw.SKIPPED_CASE);
      return flaws;
    }

    private static boolean uses(Node node, int operand) {
      return node.first() == operand || node.second() == operand;
    }
  }
}
