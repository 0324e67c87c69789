package dev.whetstone.training.simulation;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** What is told of a run after each of its rounds. */
public enum Measure {
  EXPLOITS("exploit rate: rewarded answers that are wrong", true, true, Measure::exploits),
  ACCURACY(
      "verifier accuracy on held-out generated work, balanced",
      true,
      true,
      rounds -> rounds.getLast().accuracy()),
  HUMAN(
      "verifier on human labels: AUC (chance: 50 %)",
      true, true, rounds -> rounds.getLast().onHuman()),
  LABEL_ERROR(
      "label error: labels that are not so",
      true,
      false,
      rounds -> share(costs(rounds, Cost::wrong), costs(rounds, Cost::labels))),
  PEOPLE(
      "sent to people, of what was to be labelled",
      true,
      false,
      rounds -> share(costs(rounds, Cost::toPeople), costs(rounds, Cost::examined))),
  CALLS("calls spent, analyses and checks", false, false, rounds -> costs(rounds, Cost::calls));

  private final String words;
  private final boolean isShare;
  private final boolean isOfBoth;

  @SuppressWarnings("ImmutableEnumChecker") // a pure function
  private final ToDoubleFunction<List<Round>> of;

  Measure(String words, boolean isShare, boolean isOfBoth, ToDoubleFunction<List<Round>> of) {
    this.words = words;
    this.isShare = isShare;
    this.isOfBoth = isOfBoth;
    this.of = of;
  }

  public String words() {
    return words;
  }

  /** Whether it is a share, or else a count since the start. */
  public boolean isShare() {
    return isShare;
  }

  /** Whether there is anything to tell of a run without the loop. */
  public boolean isOfBoth() {
    return isOfBoth;
  }

  /** After the last of these rounds; what labels cost and came to is told since the start. */
  double of(List<Round> rounds) {
    return of.applyAsDouble(rounds);
  }

  private static double exploits(List<Round> rounds) {
    return share(rounds.getLast().exploits(), rounds.getLast().rewarded());
  }

  private static double costs(List<Round> rounds, ToDoubleFunction<Cost> of) {
    return rounds.stream().map(Round::cost).mapToDouble(of).sum();
  }

  /** NaN where there is nothing to have a share of. */
  static double share(double part, double whole) {
    return whole == 0 ? Double.NaN : part / whole;
  }
}
