package dev.whetstone.model.fit;

import dev.whetstone.model.wide.Prior;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A problem and a tree of steps: solutions that share a beginning share its steps, so that a step
 * is read once, and steps that follow on the same beginning stand side by side.
 */
public record Example(String problem, List<Step> steps) {
  public Example {
    steps = List.copyOf(steps);
    for (int i = 0; i < steps.size(); i++)
      if (steps.get(i).parent() >= i)
        throw new IllegalArgumentException("step " + i + " stands before its parent");
  }

  /**
   * @param parent index of the step before it, or -1
   * @param target what is known of it; empty for context
   * @param prior what is said of it before the network reads it
   */
  public record Step(int parent, String text, Optional<Target> target, Prior prior) {
    public Step(int parent, String text, Optional<Target> target) {
      this(parent, text, target, Prior.NONE);
    }
  }

  /** The step, after those before it. */
  public List<String> path(int step) {
    List<String> path = new ArrayList<>();
    for (int up = step; up >= 0; up = steps.get(up).parent()) path.addFirst(steps.get(up).text());
    return path;
  }

  /**
   * @param right P(right): 0 or 1, or between them where people disagree
   * @param weight of its loss; 1 is usual
   * @param kind index of its kind of flaw, or {@link #NO_KIND}
   * @param from first UTF-16 char of what is wrong in it; from = to where that is not known
   */
  public record Target(float right, float weight, int kind, int from, int to) {
    /** The kind is not known, or there is no flaw. */
    public static final int NO_KIND = -100;

    public Target {
      if (!(right >= 0 && right <= 1 && weight >= 0 && weight < Float.POSITIVE_INFINITY))
        throw new IllegalArgumentException("right in [0, 1] and weight >= 0");
    }

    public static Target of(boolean right, double weight) {
      return new Target(right ? 1 : 0, (float) weight, NO_KIND, 0, 0);
    }
  }
}
