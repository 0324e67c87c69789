package dev.whetstone.cli.bench.labelling;

import dev.whetstone.verify.labelling.blindspot.Audit;
import dev.whetstone.verify.labelling.blindspot.BlindSpot;
import dev.whetstone.verify.labelling.blindspot.PublicProof;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Flaws that no analysis sees, on the 84 proofs that DeepSeekMath-V2 published. */
final class BlindSpotFigures {
  private static final double[] PUBLISHED = {
    .023, .164, .234, .258, .5, .516, .578, .711, .742, .93, .938, .984, 1, 1, 1, 1
  };
  private static final double ROUNDING = 5e-4;

  private BlindSpotFigures() {}

  static List<Finding> print(PrintStream out) throws IOException {
    List<PublicProof> all = PublicProof.all();
    double[] means =
        all.stream()
            .filter(PublicProof::isFlawed)
            .mapToDouble(PublicProof::automatic)
            .sorted()
            .toArray();
    long unseen = Arrays.stream(means).filter(mean -> mean == 1).count();
    BlindSpot fit =
        BlindSpot.of(
            Arrays.stream(means)
                .mapToObj(mean -> Audit.ofMean(PublicProof.ANALYSES, mean))
                .toList());
    double share = unseen / (double) means.length;
    out.printf(
        "%nThe %d public proofs, %d analyses each; %d that people found flawed%n",
        all.size(), PublicProof.ANALYSES, means.length);
    out.printf("  mean scores %s%n", words(means));
    out.printf(
        Locale.ROOT,
        "  passed all analyses %d of %d = %.3f (fitted %.3f)%n",
        unseen,
        means.length,
        share,
        fit.detection().passesAll(PublicProof.ANALYSES));
    out.printf(
        Locale.ROOT,
        "  blind spot %.3f, 95 %% interval %.3f to %.3f; the rest is found at Beta(%.3f, %.3f)%n",
        fit.detection().blindSpot(),
        fit.interval().low(),
        fit.interval().high(),
        fit.detection().a(),
        fit.detection().b());
    return List.of(
        new Finding(same(means), "the published means of the flawed proofs"),
        new Finding(
            fit.interval().contains(share),
            "the blind spot's interval covers %d of %d".formatted(unseen, means.length)));
  }

  private static String words(double[] means) {
    return Arrays.stream(means)
        .mapToObj(mean -> String.format(Locale.ROOT, "%.3f", mean))
        .collect(Collectors.joining(" "));
  }

  private static boolean same(double[] means) {
    if (means.length != PUBLISHED.length) return false;
    for (int i = 0; i < means.length; i++)
      if (!(Math.abs(means[i] - PUBLISHED[i]) <= ROUNDING)) return false;
    return true;
  }
}
