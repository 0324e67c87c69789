package dev.whetstone.benchmark.refinement;

import dev.whetstone.benchmark.metric.Bootstrap;
import dev.whetstone.benchmark.metric.Clusters;
import dev.whetstone.benchmark.metric.Estimate;
import dev.whetstone.verify.proof.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What threads of refinement reach: the expected mean verification score of the one chosen among N
 * of them, after so many rounds, with its interval over problems (DeepSeekMath-V2, figure 2).
 *
 * @param problems how many
 * @param threads of the problem that has fewest
 */
public record BestOfN(int problems, int threads, List<Point> points) {
  private static final Bootstrap BOOTSTRAP = new Bootstrap(1_000, 1);

  /**
   * @param bySelfScore the one is chosen by its writer's own score
   * @param byVerification it is chosen by the score that it is measured with
   */
  @Schema(name = "BestOfNPoint")
  public record Point(int rounds, int n, Estimate bySelfScore, Estimate byVerification) {}

  /** The attempts at a problem. */
  record Problem(String text, List<Attempt> attempts) {
    /** What each thread has after so many rounds; nothing of one that could not be judged. */
    List<Choice> after(int rounds) {
      Map<Integer, List<Attempt>> threads =
          attempts.stream()
              .filter(attempt -> attempt.round() < rounds)
              .collect(Collectors.groupingBy(Attempt::thread));
      return threads.values().stream().flatMap(thread -> latest(thread).stream()).toList();
    }

    private static Optional<Choice> latest(List<Attempt> thread) {
      Optional<Attempt> judged =
          thread.stream().filter(a -> a.is(Attempt.State.JUDGED)).reduce((_, later) -> later);
      boolean broken = thread.stream().anyMatch(a -> a.is(Attempt.State.BROKEN));
      return judged
          .map(Choice::of)
          .or(() -> broken ? Optional.of(Choice.NOTHING) : Optional.empty());
    }
  }

  /** One that may be chosen. */
  record Choice(double selfScore, double score) {
    /** A response that nobody can read. */
    static final Choice NOTHING = new Choice(-1, 0);

    static Choice of(Attempt attempt) {
      return new Choice(attempt.selfScore().map(Score::value).orElseThrow(), attempt.mean());
    }
  }

  static BestOfN of(List<Problem> problems) {
    int threads = problems.stream().mapToInt(BestOfN::threads).min().orElse(0);
    int rounds =
        problems.stream()
            .flatMap(problem -> problem.attempts().stream())
            .mapToInt(attempt -> attempt.round() + 1)
            .max()
            .orElse(0);
    List<Point> points = new ArrayList<>();
    for (int round = 1; round <= rounds; round++)
      for (int n = 1; n <= threads; n *= 2) points.add(point(problems, round, n));
    return new BestOfN(problems.size(), threads, points);
  }

  private static int threads(Problem problem) {
    return problem.after(1).size();
  }

  private static Point point(List<Problem> problems, int rounds, int n) {
    return new Point(
        rounds,
        n,
        estimate(problems, p -> expected(p.after(rounds), n, false)),
        estimate(problems, p -> expected(p.after(rounds), n, true)));
  }

  private interface Measure {
    double of(Problem problem);
  }

  private static Estimate estimate(List<Problem> problems, Measure measure) {
    double[] values = problems.stream().mapToDouble(measure::of).toArray();
    Clusters clusters = Clusters.of(problems.stream().map(Problem::text).toList());
    return BOOTSTRAP.estimate(clusters, weights -> mean(values, clusters, weights)).orElseThrow();
  }

  private static double mean(double[] values, Clusters clusters, int[] weights) {
    double sum = 0;
    double count = 0;
    for (int i = 0; i < values.length; i++) {
      sum += weights[clusters.of()[i]] * values[i];
      count += weights[clusters.of()[i]];
    }
    return sum / count;
  }

  /**
   * Over all draws of n without replacement: P(the best of them has the key k) from the numbers of
   * those up to k and below k; among equals each is as likely.
   */
  static double expected(List<Choice> all, int n, boolean byScore) {
    double expected = 0;
    Map<Double, List<Choice>> byKey =
        all.stream().collect(Collectors.groupingBy(c -> byScore ? c.score() : c.selfScore()));
    for (var level : byKey.entrySet()) {
      int below = (int) all.stream().filter(c -> key(c, byScore) < level.getKey()).count();
      double chosen =
          without(all.size(), below + level.getValue().size(), n) - without(all.size(), below, n);
      expected +=
          chosen * level.getValue().stream().mapToDouble(Choice::score).average().orElseThrow();
    }
    return expected;
  }

  private static double key(Choice choice, boolean byScore) {
    return byScore ? choice.score() : choice.selfScore();
  }

  /** P(n draws of all without replacement are among so many of them). */
  private static double without(int all, int among, int n) {
    return IntStream.range(0, n)
        .mapToDouble(i -> Math.max(0, among - i) / (double) (all - i))
        .reduce(1, (a, b) -> a * b);
  }
}
