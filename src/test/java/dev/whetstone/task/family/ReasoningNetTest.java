package dev.whetstone.task.family;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.task.family.ReasoningNet.Edge;
import dev.whetstone.task.family.ReasoningNet.Node;
import dev.whetstone.task.family.ReasoningNet.Operation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ReasoningNetTest {
  /** 12 + 5 = 17, 17 * 3 = 51, 100 - 51 = 49, 49 / 7 = 7, worked by hand. */
  private static final ReasoningNet CHAIN =
      ReasoningNet.of(7)
          .split(0, Operation.DIVIDE, 49, 7)
          .split(1, Operation.SUBTRACT, 100, 51)
          .split(4, Operation.MULTIPLY, 17, 3)
          .split(5, Operation.ADD, 12, 5);

  @Test
  void digitsAreThoseOfThePrintedNumber() {
    assertEquals(1, ReasoningNet.digits("7"));
    assertEquals(3, ReasoningNet.digits("120"));
    assertEquals(3, ReasoningNet.digits("-12"));
    assertEquals(2, ReasoningNet.digits("0.5"));
    assertEquals(4, ReasoningNet.digits("-1.25"));
    assertEquals(4, ReasoningNet.digits(-120));
  }

  @Test
  void edgesHaveDargsComplexity() {
    assertEquals(1, Edge.ADD.complexity(2, 1));
    assertEquals(2, Edge.SUB.complexity(3, 2));
    assertEquals(2, Edge.SUB_BY.complexity(2, 3));
    assertEquals(6, Edge.MUL.complexity(3, 2));
    assertEquals(8, Edge.DIV.complexity(4, 2));
    assertEquals(0, Edge.DIV_BY.complexity(2, 4));
  }

  @Test
  void aChainIsMeasuredAsByHand() {
    assertEquals((1 + 1) + (2 + 2) + (2 + 2) + (2 + 0), CHAIN.numerical());
    assertEquals(8, CHAIN.edges());
    assertEquals(4, CHAIN.depth());
    assertEquals(1, CHAIN.width());
    assertEquals(List.of(7, 8), CHAIN.starts(true));
    assertEquals(List.of(2, 3, 6), CHAIN.starts(false));
  }

  @Test
  void aSharedNodeCountsOnEveryPath() {
    ReasoningNet square =
        new ReasoningNet(
            List.of(
                new Node(144, Operation.MULTIPLY, 1, 1),
                new Node(12, Operation.ADD, 2, 3),
                new Node(8, null, -1, -1),
                new Node(4, null, -1, -1)));
    assertEquals((4 + 4) + (1 + 1), square.numerical());
    assertEquals(4, square.edges());
    assertEquals(2, square.depth());
  }

  @Test
  void splitsMoveTheirOwnAxis() {
    ReasoningNet deeper = CHAIN.split(8, Operation.SUBTRACT, 9, 4);
    assertEquals(List.of(5, 1), List.of(deeper.depth(), deeper.width()));
    ReasoningNet wider = CHAIN.split(2, Operation.ADD, 3, 4);
    assertEquals(List.of(4, 2), List.of(wider.depth(), wider.width()));
  }

  @Test
  void eachControlMovesItsOwnMeasureAlone() {
    SplittableRandom random = new SplittableRandom(1);
    for (int numeric = 1; numeric <= 5; numeric++)
      for (int depth = 3; depth <= 8; depth++)
        for (int width = 1; width <= 5; width++) {
          ReasoningNet net = ReasoningGrowth.grow(numeric, depth, width, random);
          assertEquals(numeric * net.edges(), net.numerical(), net::toString);
          assertEquals(depth, net.depth(), net::toString);
          assertEquals(width, net.width(), net::toString);
          assertEquals(2 * (depth + width - 1), net.edges(), net::toString);
        }
  }

  @Test
  void aComputedNumberThatIsAlsoGivenLeaks() {
    assertTrue(CHAIN.leaks(), "7 is the answer and a divisor");
    assertFalse(ReasoningNet.of(17).split(0, Operation.ADD, 12, 5).leaks());
    assertTrue(
        ReasoningNet.of(17)
            .split(0, Operation.ADD, 12, 5)
            .split(1, Operation.ADD, 7, 5)
            .split(2, Operation.SUBTRACT, 17, 12)
            .leaks());
  }

  @Test
  void everyOperationOccursAtEveryNumericLevel() {
    SplittableRandom random = new SplittableRandom(2);
    for (int numeric = 1; numeric <= 5; numeric++) {
      Map<Object, Integer> counts = new HashMap<>();
      for (int i = 0; i < 400; i++)
        for (Node node : ReasoningGrowth.grow(numeric, 5, 3, random).nodes())
          if (!node.isStart()) counts.merge(node.operation(), 1, Integer::sum);
      assertEquals(4, counts.size());
      for (int count : counts.values()) assertTrue(count > 20, "at " + numeric);
    }
  }
}
