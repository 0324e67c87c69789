package dev.whetstone.task.family;

import dev.whetstone.task.family.ReasoningNet.Operation;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Grows reasoning graphs backwards from the answer, each axis by itself: the start of a longest
 * path is split for depth, the start of another path for width, and every operation has exactly the
 * numerical complexity wanted, so that neither depth nor width changes it.
 */
final class ReasoningGrowth {
  private static final int MAX_DRAWS = 2_000;
  private static final int MAX_SPLITS = 40;

  /** A difference can make any number and a quotient few, so it is drawn less often. */
  private static final List<Operation> OPERATIONS =
      List.of(
          Operation.SUBTRACT,
          Operation.ADD,
          Operation.ADD,
          Operation.MULTIPLY,
          Operation.MULTIPLY,
          Operation.MULTIPLY,
          Operation.DIVIDE,
          Operation.DIVIDE);

  private final int numeric;
  private final RandomGenerator random;

  private ReasoningGrowth(int numeric, RandomGenerator random) {
    this.numeric = numeric;
    this.random = random;
  }

  /**
   * Draws until no computed number is also a given one.
   *
   * @param numeric numerical complexity of each edge, on average
   */
  static ReasoningNet grow(int numeric, int depth, int width, RandomGenerator random) {
    ReasoningGrowth growth = new ReasoningGrowth(numeric, random);
    for (int draw = 0; draw < MAX_DRAWS; draw++) {
      Optional<ReasoningNet> grown = growth.attempt(depth, width - 1);
      if (grown.isPresent()) return grown.get();
    }
    throw new IllegalStateException("every graph drawn leaks: " + depth + " deep");
  }

  private Optional<ReasoningNet> attempt(int depth, int beside) {
    Optional<ReasoningNet> net = Optional.of(ReasoningNet.of(number(2 + random.nextInt(numeric))));
    int deeper = depth;
    int wider = beside;
    while (deeper + wider > 0 && net.isPresent()) {
      List<Integer> shorter = wider > 0 ? net.get().starts(false) : List.of();
      boolean widen = !shorter.isEmpty() && (deeper == 0 || random.nextBoolean());
      net = split(net.get(), widen ? shorter : net.get().starts(true));
      if (widen) wider--;
      else deeper--;
    }
    return net;
  }

  private Optional<ReasoningNet> split(ReasoningNet net, List<Integer> starts) {
    for (int i = 0; i < MAX_SPLITS; i++) {
      int start = starts.get(random.nextInt(starts.size()));
      Operation operation = OPERATIONS.get(random.nextInt(OPERATIONS.size()));
      List<Long> parts = parts(operation, net.nodes().get(start).value());
      if (parts.isEmpty()) continue;
      ReasoningNet split = net.split(start, operation, parts.getFirst(), parts.getLast());
      if (!split.leaks()) return Optional.of(split);
    }
    return Optional.empty();
  }

  /** Two different numbers from which the operation makes the value; none if this draw has none. */
  private List<Long> parts(Operation operation, long value) {
    long second =
        switch (operation) {
          case ADD, SUBTRACT -> number(numeric);
          case MULTIPLY -> divisor(value, number(1 + random.nextInt(2)));
          case DIVIDE -> number(1 + random.nextInt(2));
        };
    long first =
        switch (operation) {
          case ADD -> value - second;
          case SUBTRACT -> value + second;
          case MULTIPLY -> value / second;
          case DIVIDE -> value * second;
        };
    if (Math.min(first, second) < 2 || first == second || !isWanted(operation, first, second))
      return List.of();
    boolean turned = isCommutative(operation) && random.nextBoolean();
    return turned ? List.of(second, first) : List.of(first, second);
  }

  private static boolean isCommutative(Operation operation) {
    return operation == Operation.ADD || operation == Operation.MULTIPLY;
  }

  /** The largest divisor up to this one; 1 at the least, which leaves nothing to multiply. */
  private static long divisor(long value, long most) {
    long divisor = most;
    while (value % divisor != 0) divisor--;
    return divisor;
  }

  private boolean isWanted(Operation operation, long first, long second) {
    return operation.complexity(ReasoningNet.digits(first), ReasoningNet.digits(second))
        == 2 * numeric;
  }

  /** Of so many digits; not 0 or 1, with which little is to be done. */
  private long number(int digits) {
    long lowest = Math.powExact(10L, digits - 1);
    return random.nextLong(Math.max(2, lowest), lowest * 10);
  }
}
