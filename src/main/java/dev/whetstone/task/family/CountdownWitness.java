package dev.whetstone.task.family;

import dev.whetstone.task.Flaw;
import dev.whetstone.task.Rational;
import dev.whetstone.task.Slip;
import dev.whetstone.task.Worked;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Numbers given, and the moves by which they reach a target. */
record CountdownWitness(List<Long> numbers, List<CountdownMove> moves, long target)
    implements Worked {
  /** Random numbers combined at random; nothing where they miss the wanted range of targets. */
  static Optional<CountdownWitness> draw(int size, int value, int target, RandomGenerator random) {
    long[] numbers = new long[size];
    for (int i = 0; i < size; i++) numbers[i] = 1L + random.nextInt(value);
    long[] pool = numbers.clone();
    CountdownMove[] moves = new CountdownMove[size - 1];
    for (int last = size - 1; last > 0; last--) {
      CountdownMove move = CountdownMove.any(pool, last + 1, random);
      moves[size - 1 - last] = move;
      move.play(pool, last);
    }
    return pool[0] > target / 2 && pool[0] <= target && !isSumOrProduct(pool[0], numbers)
        ? Optional.of(
            new CountdownWitness(Arrays.stream(numbers).boxed().toList(), List.of(moves), pool[0]))
        : Optional.empty();
  }

  /** Such a target would pay for adding, or multiplying, all numbers without a thought. */
  private static boolean isSumOrProduct(long target, long[] numbers) {
    long sum = 0;
    long product = 1;
    for (long number : numbers) {
      sum += number;
      product = Math.min(product * number, CountdownMove.LARGEST_PRODUCT);
    }
    return target == sum || target == product;
  }

  String expression() {
    String[] pool = numbers.stream().map(String::valueOf).toArray(String[]::new);
    int last = pool.length;
    for (CountdownMove move : moves) move.write(pool, --last);
    return pool[0];
  }

  /** Every side comes to the target, and one of them spends the numbers given. */
  boolean isReachedBy(List<ArithmeticExpression> sides) {
    List<Long> given = numbers.stream().sorted().toList();
    return sides.stream().allMatch(side -> side.value().equals(Rational.of(target)))
        && sides.stream().anyMatch(side -> side.numbers().stream().sorted().toList().equals(given));
  }

  @Override
  public Draft write(Slip slip) {
    return CountdownSteps.of(this, slip).draft();
  }

  @Override
  public Set<Flaw> flaws(int step) {
    return CountdownSteps.of(this, Slip.none()).flaws(step);
  }
}
