package dev.whetstone.training.promotion;

import static dev.whetstone.training.promotion.Criterion.Ground.ARCHIVE;
import static dev.whetstone.training.promotion.Criterion.Ground.FAMILIES;
import static dev.whetstone.training.promotion.Criterion.Ground.HUMAN;

import dev.whetstone.benchmark.Judged;
import dev.whetstone.benchmark.Solutions;
import dev.whetstone.benchmark.metric.Bootstrap;
import dev.whetstone.benchmark.metric.Estimate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Decides by evidence alone whether a candidate serves: as good on human labels, better on what
 * fooled versions before it, worse on no kind of generated solution.
 */
public final class Gate {
  /** Fixed, so that the same evidence is decided alike by everybody. */
  private static final long SEED = 1;

  private final GateSettings settings;
  private final Bootstrap bootstrap;
  private final Differences differences;

  /**
   * @throws IllegalArgumentException if a setting is out of its range
   */
  public Gate(GateSettings settings) {
    requireShare("human-margin", settings.humanMargin());
    requireShare("families-margin", settings.familiesMargin());
    requireShare("family-margin", settings.familyMargin());
    requireShare("confidence", settings.confidence());
    requireSome("min-human-problems", settings.minHumanProblems());
    requireSome("min-archived", settings.minArchived());
    requireSome("min-family-problems", settings.minFamilyProblems());
    this.settings = settings;
    this.bootstrap = new Bootstrap(settings.draws(), SEED);
    this.differences = new Differences(bootstrap);
  }

  private static void requireShare(String name, double value) {
    if (!(value >= 0 && value <= 1))
      throw new IllegalArgumentException(
          "whetstone.promotion.gate." + name + " lies between 0 and 1, not " + value);
  }

  private static void requireSome(String name, int value) {
    if (value < 1)
      throw new IllegalArgumentException(
          "whetstone.promotion.gate." + name + " is at least 1, not " + value);
  }

  public Decision decide(String incumbent, Evidence evidence) {
    Criterion human = human(evidence.human());
    Criterion families = families(evidence.families());
    Criterion archive = archive(evidence, human, families);
    boolean promoted = human.met() && archive.met() && families.met();
    return new Decision(incumbent, promoted, List.of(human, archive, families));
  }

  /** Whether a version was surely wrong about what it judged. */
  public boolean isFooled(Judged judged) {
    return Fooled.isFooled(judged, settings.confidence());
  }

  private Criterion human(Paired paired) {
    Map<String, Estimate> sets = differences.f1BySet(paired);
    Optional<Estimate> mean = differences.meanF1(paired, sets.keySet());
    int problems = paired.problems();
    if (problems < settings.minHumanProblems() || mean.isEmpty())
      return criterion(HUMAN, false, mean, Optional.empty(), paired, sets, tooFew(problems));
    boolean met = mean.get().low() > -settings.humanMargin();
    String reason =
        "on human labels it is %s (%s, margin %s)"
            .formatted(
                met ? "not worse" : "not shown to be as good",
                shown(mean.get()),
                share(settings.humanMargin()));
    Optional<Double> bound = Optional.of(-settings.humanMargin());
    return criterion(HUMAN, met, mean, bound, paired, sets, reason);
  }

  /** Why nothing is promoted with human labels of so few problems. */
  String tooFew(int problems) {
    return problems == 0
        ? "nothing is promoted without solutions that people labelled; import some:"
            + " ./whetstone labels import FILE"
        : "human labels of %d problems are too few (whetstone.promotion.gate.min-human-problems is %d), or all of one kind"
            .formatted(problems, settings.minHumanProblems());
  }

  private Criterion families(Paired paired) {
    Map<String, Estimate> families = differences.accuracyBySet(paired);
    Optional<Estimate> all = differences.accuracy(paired);
    if (paired.problems() < settings.minFamilyProblems() || all.isEmpty())
      return criterion(
          FAMILIES,
          false,
          all,
          Optional.empty(),
          paired,
          families,
          "%d generated problems are too few".formatted(paired.problems()));
    String worse = worse(families);
    boolean stable = all.get().low() > -settings.familiesMargin();
    String reason =
        "on generated solutions it is %s (%s, margin %s)%s"
            .formatted(
                stable ? "not worse" : "not shown to be as good",
                shown(all.get()),
                share(settings.familiesMargin()),
                worse.isEmpty() ? "" : ", and worse on " + worse);
    Optional<Double> bound = Optional.of(-settings.familiesMargin());
    return criterion(FAMILIES, stable && worse.isEmpty(), all, bound, paired, families, reason);
  }

  /** Those shown to be worse: of so many, each with few solutions, some seem so by chance. */
  private String worse(Map<String, Estimate> families) {
    return families.entrySet().stream()
        .filter(family -> family.getValue().high() < -settings.familyMargin())
        .map(family -> family.getKey() + " (" + shown(family.getValue()) + ")")
        .collect(Collectors.joining(", "));
  }

  private Criterion archive(Evidence evidence, Criterion human, Criterion families) {
    Paired paired = evidence.archive();
    Paired unchosen = solutions(evidence.human()).and(solutions(evidence.families()));
    Optional<Estimate> difference =
        paired.candidate().isEmpty()
            ? Optional.empty()
            : new ArchiveDifference(paired, evidence.foolers(), unchosen, settings.confidence())
                .estimate(bootstrap);
    if (paired.problems() < settings.minArchived() || difference.isEmpty())
      return instead(paired, difference, human, families);
    boolean met = difference.get().low() > 0;
    String reason =
        "on what fooled versions before it, it is %s than an equal one would be (%s)"
            .formatted(met ? "better" : "not shown to be better", shown(difference.get()));
    return criterion(ARCHIVE, met, difference, Optional.of(0.0), paired, Map.of(), reason);
  }

  /** With an archive too small to tell, it must be better elsewhere: no change without a gain. */
  private Criterion instead(
      Paired paired, Optional<Estimate> difference, Criterion human, Criterion families) {
    boolean met = human.isBetter() || families.isBetter();
    String reason =
        "the archive's %d problems are too few, and it is %s"
            .formatted(
                paired.problems(),
                human.isBetter()
                    ? "better on human labels instead"
                    : families.isBetter()
                        ? "better on generated solutions instead"
                        : "not shown to be better elsewhere");
    return criterion(ARCHIVE, met, difference, Optional.empty(), paired, Map.of(), reason);
  }

  private static Paired solutions(Paired paired) {
    return new Paired(
        Solutions.of(paired.candidate()).list(), Solutions.of(paired.incumbent()).list());
  }

  private static Criterion criterion(
      Criterion.Ground ground,
      boolean met,
      Optional<Estimate> difference,
      Optional<Double> bound,
      Paired paired,
      Map<String, Estimate> sets,
      String reason) {
    return new Criterion(
        ground, met, difference, bound, paired.candidate().size(), paired.problems(), sets, reason);
  }

  private static String shown(Estimate difference) {
    return String.format(
        Locale.ROOT,
        "%+.3f in [%+.3f, %+.3f]",
        difference.value(),
        difference.low(),
        difference.high());
  }

  private static String share(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
