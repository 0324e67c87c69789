package dev.whetstone.verify.labelling;

import dev.whetstone.verify.proof.Analysis;
import dev.whetstone.verify.proof.Score;
import java.util.ArrayList;
import java.util.List;

/** Ledgers in short: 1 h 0 are analyses, + - checks of the one before, x a failed call. */
final class Ballots {
  private Ballots() {}

  static Ledger read(String ballots) {
    List<Entry> entries = new ArrayList<>();
    for (char sign : ballots.replace(" ", "").toCharArray())
      entries.add(
          switch (sign) {
            case '1' -> new Entry.Analysed(new Analysis("", Score.ONE));
            case 'h' -> new Entry.Analysed(new Analysis("a gap", Score.HALF));
            case '0' -> new Entry.Analysed(new Analysis("an error", Score.ZERO));
            case '+' -> new Entry.Checked(true);
            case '-' -> new Entry.Checked(false);
            case 'x' -> new Entry.Failed("no answer");
            default -> throw new IllegalArgumentException("no such vote: " + sign);
          });
    return new Ledger(entries);
  }

  /** ZERO, HALF, ONE, DISCARDED, HUMAN, UNJUDGED, or ASKS_ON. */
  static String decide(Rule rule, String ballots) {
    return rule.decide(read(ballots).tally(rule.panel())).map(Ballots::name).orElse("ASKS_ON");
  }

  static String name(Label label) {
    return switch (label) {
      case Label.Labelled(Score score) -> score.name();
      case Label.Discarded(Label.Why why) when why == Label.Why.UNJUDGED -> "UNJUDGED";
      case Label.Discarded discarded -> "DISCARDED";
      case Label.Human human -> "HUMAN";
    };
  }
}
