package dev.whetstone.benchmark;

import dev.whetstone.benchmark.label.Labelled;
import dev.whetstone.model.Card;
import dev.whetstone.model.Reading;
import dev.whetstone.model.Scorer;
import dev.whetstone.model.TreeScorer;
import dev.whetstone.model.Unscorable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * A learned verifier as it serves: its own calibration, its own thresholds. A model's fault ends
 * the judging; only what it refuses by a stated rule is {@link Judgement.Refused}.
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

  @Override
  public String name() {
    return scorer.card().id();
  }

  @Override
  public String about() {
    return scorer.card().description();
  }

  @Override
  public TrainedOn trainedOn() {
    return new TrainedOn(scorer.card().data().stream().map(Card.Data::source).toList());
  }

  @Override
  public List<Judgement> judge(List<Labelled> items, IntConsumer done) {
    return scorer instanceof TreeScorer trees
        ? new TreeJudge(trees, tokens, this).judge(items, done)
        : judgeAlone(items, done);
  }

  /** Each read by itself, whatever it shares with others. */
  List<Judgement> judgeAlone(List<Labelled> items, IntConsumer done) {
    List<Judgement> judgements = new ArrayList<>();
    for (int from = 0; from < items.size(); from += HELD) {
      List<Labelled> held = items.subList(from, Math.min(items.size(), from + HELD));
      judgements.addAll(judgeHeld(held, done));
    }
    return judgements;
  }

  private List<Judgement> judgeHeld(List<Labelled> items, IntConsumer done) {
    Judgement[] judgements = new Judgement[items.size()];
    List<Sized<Integer>> places = new ArrayList<>();
    for (int i = 0; i < items.size(); i++)
      try {
        places.add(new Sized<>(i, scorer.prepare(items.get(i).solution())));
      } catch (Unscorable e) {
        judgements[i] = new Judgement.Refused(e.getMessage());
      }
    done.accept(items.size() - places.size());
    for (List<Sized<Integer>> batch : Sized.batches(places, tokens)) {
      score(batch, judgements);
      done.accept(batch.size());
    }
    return List.of(judgements);
  }

  private void score(List<Sized<Integer>> batch, Judgement[] judgements) {
    List<Reading> readings = scorer.score(Sized.prepared(batch));
    for (int i = 0; i < batch.size(); i++) judgements[batch.get(i).what()] = said(readings.get(i));
  }

  Judgement said(Reading reading) {
    boolean right =
        scorer.card().role() == Card.Role.STEPS
            ? reading.firstError().isEmpty()
            : reading.score() == 1;
    return new Judgement.Said(reading.steps(), reading.firstError(), right, reading.whole());
  }
}
