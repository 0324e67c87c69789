package dev.whetstone.cli.bench;

import dev.whetstone.model.Derivation;
import dev.whetstone.model.Prepared;
import dev.whetstone.model.Scorer;
import dev.whetstone.model.Unscorable;
import dev.whetstone.model.serve.Limits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/**
 * The served model beside the bare engine, with the same weights, threads and texts. Each round
 * measures both, in turning order, so that a slow minute of the machine hits them alike.
 *
 * @param waiting derivations that wait at a time where the server is saturated
 * @param rounds each scores all texts with both
 * @param alone how often one derivation is scored on the idle server
 */
record Scoring(Limits limits, int waiting, int rounds, int alone) {
  private static final int TOKENS_ALONE = 128;
  private static final int TEXTS_ALONE = 32;

  /** Derivations a second. */
  record Round(double bare, double served) {
    double ratio() {
      return served / bare;
    }
  }

  /**
   * What came out.
   *
   * @param texts scored in each round, twice
   * @param alone what single derivations waited on the idle server
   * @param tokensAlone their tokens, median
   */
  record Outcome(int texts, List<Round> rounds, Waits alone, double tokensAlone) {}

  private record Text(Derivation derivation, Prepared prepared) {
    int tokens() {
      return prepared.windows() * prepared.longest();
    }
  }

  /**
   * Texts that the model cannot read are passed over; both scorers are closed at its end.
   *
   * @throws Unscorable if it can read none of them
   * @throws ExecutionException if one could not be scored
   */
  Outcome measure(
      Scorer first, Scorer second, List<Derivation> derivations, Consumer<String> progress)
      throws Unscorable, InterruptedException, ExecutionException {
    List<Text> texts = texts(first, derivations);
    List<Derivation> all = texts.stream().map(Text::derivation).toList();
    List<Prepared> prepared = texts.stream().map(Text::prepared).toList();
    try (BareEngine bare = BareEngine.of(first, prepared, limits.batchTokens());
        ServedEngine served = new ServedEngine(second, limits)) {
      progress.accept("warming up");
      round(bare, served, all, true);
      List<Round> measured = new ArrayList<>();
      for (int round = 1; round <= rounds; round++) {
        progress.accept("round " + round + " of " + rounds);
        measured.add(round(bare, served, all, round % 2 == 0));
      }
      progress.accept("one at a time");
      List<Text> single = single(texts);
      Waits waits = served.alone(single.stream().map(Text::derivation).toList(), alone);
      return new Outcome(all.size(), measured, waits, Figures.median(single, Text::tokens));
    }
  }

  private Round round(
      BareEngine bare, ServedEngine served, List<Derivation> derivations, boolean bareFirst)
      throws InterruptedException, ExecutionException {
    if (bareFirst) return new Round(bare.perSecond(), served.perSecond(derivations, waiting));
    double servedRate = served.perSecond(derivations, waiting);
    return new Round(bare.perSecond(), servedRate);
  }

  private static List<Text> texts(Scorer scorer, List<Derivation> derivations) throws Unscorable {
    List<Text> texts = new ArrayList<>();
    Unscorable last = null;
    for (Derivation derivation : derivations) {
      try {
        texts.add(new Text(derivation, scorer.prepare(derivation)));
      } catch (Unscorable e) {
        last = e;
      }
    }
    if (texts.isEmpty() && last != null) throw last;
    return texts;
  }

  /** Those that come nearest to the length that is asked for. */
  private static List<Text> single(List<Text> texts) {
    return texts.stream()
        .sorted(Comparator.comparingInt(text -> Math.abs(text.tokens() - TOKENS_ALONE)))
        .limit(TEXTS_ALONE)
        .toList();
  }
}
