package dev.whetstone.benchmark;

import dev.whetstone.benchmark.label.Labelled;
import dev.whetstone.model.Card;
import dev.whetstone.model.Prepared;
import dev.whetstone.model.Reading;
import dev.whetstone.model.Scorer;
import dev.whetstone.model.Unscorable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * A learned verifier as it serves: its own calibration, its own threshold. A model's fault ends the
 * judging; only what it refuses by a stated rule is {@link Judgement.Refused}.
 */
public final class ScorerJudge implements Judge {
  /** Items prepared at a time: their tokens are held together. */
  private static final int HELD = 256;

  private final Scorer scorer;
  private final int tokens;

  /**
   * @param scorer owned by the thread that judges
   * @param tokens of a batch with its padding, at most, where one derivation alone has no more
   */
  public ScorerJudge(Scorer scorer, int tokens) {
    this.scorer = scorer;
    this.tokens = tokens;
  }

  private record Place(int index, Prepared prepared) {}

  @Override
  public String name() {
    return scorer.card().id();
  }

  @Override
  public String about() {
    return scorer.card().description();
  }

  @Override
  public List<Judgement> judge(List<Labelled> items, IntConsumer done) {
    List<Judgement> judgements = new ArrayList<>();
    for (int from = 0; from < items.size(); from += HELD) {
      List<Labelled> held = items.subList(from, Math.min(items.size(), from + HELD));
      judgements.addAll(judgeHeld(held, done));
    }
    return judgements;
  }

  private List<Judgement> judgeHeld(List<Labelled> items, IntConsumer done) {
    Judgement[] judgements = new Judgement[items.size()];
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < items.size(); i++)
      try {
        places.add(new Place(i, scorer.prepare(items.get(i).solution())));
      } catch (Unscorable e) {
        judgements[i] = new Judgement.Refused(e.getMessage());
      }
    done.accept(items.size() - places.size());
    places.sort(Comparator.comparingInt(place -> place.prepared().longest()));
    for (List<Place> batch : batches(places)) {
      score(batch, judgements);
      done.accept(batch.size());
    }
    return List.of(judgements);
  }

  /** Of similar length, as they come sorted. */
  private List<List<Place>> batches(List<Place> places) {
    List<List<Place>> batches = new ArrayList<>();
    long rows = 0;
    for (Place place : places) {
      rows += place.prepared().windows();
      if (batches.isEmpty() || rows * place.prepared().longest() > tokens) {
        batches.add(new ArrayList<>());
        rows = place.prepared().windows();
      }
      batches.getLast().add(place);
    }
    return batches;
  }

  private void score(List<Place> batch, Judgement[] judgements) {
    List<Reading> readings = scorer.score(batch.stream().map(Place::prepared).toList());
    for (int i = 0; i < batch.size(); i++) judgements[batch.get(i).index()] = said(readings.get(i));
  }

  private Judgement said(Reading reading) {
    boolean right =
        scorer.card().role() == Card.Role.STEPS
            ? reading.firstError().isEmpty()
            : reading.score() == 1;
    return new Judgement.Said(reading.steps(), reading.firstError(), right, reading.whole());
  }
}
