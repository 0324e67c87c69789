package dev.whetstone.training.source;

import dev.whetstone.model.fit.Example;
import dev.whetstone.model.fit.Example.Step;
import dev.whetstone.model.fit.Example.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A right solution, and beside each of its steps the wrong ones that could stand there. */
final class Chain {
  private final List<Step> steps = new ArrayList<>();
  private int last = -1;

  /** The next right step. */
  void right(String text, double weight) {
    steps.add(new Step(last, text, Optional.of(Target.of(true, weight))));
    last = steps.size() - 1;
  }

  /** A wrong step in the place of the next right one, which reads so. */
  void wrong(String text, String right, int kind, double weight) {
    int from = 0;
    int shorter = Math.min(text.length(), right.length());
    while (from < shorter && text.charAt(from) == right.charAt(from)) from++;
    int same = 0;
    while (same < shorter - from
        && text.charAt(text.length() - 1 - same) == right.charAt(right.length() - 1 - same)) same++;
    int to = Math.max(text.length() - same, Math.min(text.length(), from + 1));
    steps.add(new Step(last, text, Optional.of(new Target(0, (float) weight, kind, from, to))));
  }

  Example example(String problem) {
    return new Example(problem, steps);
  }
}
