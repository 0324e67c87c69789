package dev.whetstone.verify.labelling.blindspot;

import static java.util.Comparator.comparingDouble;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The downhill simplex; Nelder and Mead 1965, "Computer Journal" 7:308. A point outside the box is
 * moved to its edge.
 */
final class NelderMead {
  private static final double STEP = 0.5;
  private static final int MAX_RESTARTS = 5;

  private final double[] least;
  private final double[] most;
  private final double precision;
  private final int maxRounds;

  /**
   * @param precision of the lowest value, where the search ends
   */
  NelderMead(double[] least, double[] most, double precision, int maxRounds) {
    this.least = least.clone();
    this.most = most.clone();
    this.precision = precision;
    this.maxRounds = maxRounds;
  }

  private static final class Vertex {
    private final double[] at;
    private final double value;

    Vertex(double[] at, double value) {
      this.at = at;
      this.value = value;
    }

    double value() {
      return value;
    }
  }

  /** Starts again from where a simplex came to rest, lest it lies flat against an edge. */
  double[] minimum(ToDoubleFunction<double[]> function, double[] start) {
    Vertex best = descend(function, start);
    for (int restart = 0; restart < MAX_RESTARTS; restart++) {
      Vertex again = descend(function, best.at);
      boolean moved = again.value < best.value - precision;
      best = lower(again, best);
      if (!moved) break;
    }
    return best.at;
  }

  private Vertex descend(ToDoubleFunction<double[]> function, double[] start) {
    Vertex[] simplex = new Vertex[start.length + 1];
    simplex[0] = vertex(function, start);
    for (int i = 0; i < start.length; i++) simplex[i + 1] = beside(function, simplex[0], i);
    for (int round = 0; round < maxRounds; round++) {
      Arrays.sort(simplex, comparingDouble(Vertex::value));
      if (simplex[start.length].value - simplex[0].value < precision) break;
      improve(function, simplex);
    }
    Arrays.sort(simplex, comparingDouble(Vertex::value));
    return simplex[0];
  }

  private Vertex beside(ToDoubleFunction<double[]> function, Vertex vertex, int axis) {
    double[] at = vertex.at.clone();
    at[axis] += at[axis] + STEP > most[axis] ? -STEP : STEP;
    return vertex(function, at);
  }

  private void improve(ToDoubleFunction<double[]> function, Vertex[] simplex) {
    int last = simplex.length - 1;
    Vertex worst = simplex[last];
    double[] centre = centre(simplex);
    Vertex reflected = along(function, centre, worst, -1);
    if (reflected.value < simplex[0].value)
      simplex[last] = lower(reflected, along(function, centre, worst, -2));
    else if (reflected.value < simplex[last - 1].value) simplex[last] = reflected;
    else {
      Vertex better = lower(reflected, worst);
      Vertex contracted = along(function, centre, better, 0.5);
      if (contracted.value < better.value) simplex[last] = contracted;
      else shrink(function, simplex);
    }
  }

  private void shrink(ToDoubleFunction<double[]> function, Vertex[] simplex) {
    for (int i = 1; i < simplex.length; i++)
      simplex[i] = along(function, simplex[0].at, simplex[i], 0.5);
  }

  private Vertex along(
      ToDoubleFunction<double[]> function, double[] from, Vertex to, double factor) {
    return vertex(function, each(from.length, i -> from[i] + factor * (to.at[i] - from[i])));
  }

  /** Of all but the worst. */
  private static double[] centre(Vertex[] simplex) {
    int count = simplex.length - 1;
    return each(
        count, i -> Arrays.stream(simplex, 0, count).mapToDouble(v -> v.at[i]).sum() / count);
  }

  private Vertex vertex(ToDoubleFunction<double[]> function, double[] at) {
    double[] inside = each(at.length, i -> Math.clamp(at[i], least[i], most[i]));
    return new Vertex(inside, function.applyAsDouble(inside));
  }

  private static Vertex lower(Vertex one, Vertex other) {
    return one.value <= other.value ? one : other;
  }

  private static double[] each(int count, IntToDoubleFunction value) {
    return IntStream.range(0, count).mapToDouble(value).toArray();
  }
}
