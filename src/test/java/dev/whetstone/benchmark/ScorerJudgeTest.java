package dev.whetstone.benchmark;

import static dev.whetstone.benchmark.Items.NONE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.benchmark.label.Labelled;
import dev.whetstone.model.Card;
import dev.whetstone.model.Derivation;
import dev.whetstone.model.ModelFault;
import dev.whetstone.model.PlainCard;
import dev.whetstone.model.Prepared;
import dev.whetstone.model.Reading;
import dev.whetstone.model.Scorer;
import dev.whetstone.model.Unscorable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ScorerJudgeTest {
  private static final int LONGEST = 20;

  /** P(right) is 1 / steps; more than twenty steps are refused. */
  private static class StepCounter implements Scorer {
    final List<Integer> batches = new ArrayList<>();
    final Card.Role role;

    StepCounter(Card.Role role) {
      this.role = role;
    }

    record Text(int longest, int windows) implements Prepared {}

    @Override
    public Card card() {
      return PlainCard.of("counter", "1", role, new Card.Thresholds(Optional.of(0.3), 0.3, 0.6));
    }

    @Override
    public Prepared prepare(Derivation derivation) throws Unscorable {
      if (derivation.steps().size() > LONGEST) throw new Unscorable("too many steps");
      return new Text(derivation.steps().size(), 1);
    }

    @Override
    public List<Reading> score(List<Prepared> batch) {
      if (batch.isEmpty()) throw new ModelFault("an empty batch");
      batches.add(batch.size());
      return batch.stream().map(this::read).toList();
    }

    private Reading read(Prepared text) {
      double p = 1.0 / text.longest();
      OptionalInt first = p < 0.3 ? OptionalInt.of(0) : OptionalInt.empty();
      boolean steps = role == Card.Role.STEPS;
      return new Reading(
          steps ? Collections.nCopies(text.longest(), p) : List.of(),
          steps ? first : OptionalInt.empty(),
          p,
          p >= 0.6 ? 1 : p >= 0.3 ? 0.5 : 0,
          List.of());
    }

    @Override
    public void close() {}
  }

  @Test
  void everyItemHasItsOwnReadingWhateverItsBatch() {
    StepCounter scorer = new StepCounter(Card.Role.STEPS);
    List<Labelled> items = new ArrayList<>();
    for (int i = 0; i < 600; i++)
      items.add(Items.solution("s", "p" + i, 1 + i * 7 % LONGEST, NONE));
    int[] done = {0};
    List<Judged> judged = Judged.by(new ScorerJudge(scorer, 100), items, more -> done[0] += more);
    for (Judged j : judged) {
      int steps = j.item().solution().steps().size();
      Judgement.Said said = (Judgement.Said) j.judgement();
      assertEquals(Collections.nCopies(steps, 1.0 / steps), said.steps());
      assertEquals(steps <= 3, said.right());
    }
    assertEquals(600, done[0]);
    assertTrue(scorer.batches.size() > 10);
  }

  @Test
  void aBatchStaysWithinItsTokensUnlessOneTextHasMore() {
    StepCounter scorer = new StepCounter(Card.Role.STEPS);
    List<Labelled> items = List.of(steps(5), steps(5), steps(5), steps(12));
    Judged.by(new ScorerJudge(scorer, 10), items, more -> {});
    assertEquals(List.of(2, 1, 1), scorer.batches);
  }

  @Test
  void whatTheScorerRefusesIsSaidWithItsReason() {
    List<Judged> judged =
        Judged.by(
            new ScorerJudge(new StepCounter(Card.Role.STEPS), 100),
            List.of(steps(LONGEST + 1), steps(LONGEST)),
            more -> {});
    assertEquals(new Judgement.Refused("too many steps"), judged.get(0).judgement());
    assertTrue(judged.get(1).judgement() instanceof Judgement.Said);
  }

  @Test
  void aModelThatReadsTheWholeSaysRightOnlyAtItsFullScore() {
    List<Judged> judged =
        Judged.by(
            new ScorerJudge(new StepCounter(Card.Role.WHOLE), 100),
            List.of(steps(1), steps(2), steps(4)),
            more -> {});
    List<Boolean> right =
        judged.stream().map(j -> ((Judgement.Said) j.judgement()).right()).toList();
    assertEquals(List.of(true, false, false), right);
  }

  @Test
  void aFaultOfTheModelEndsTheJudging() {
    StepCounter broken =
        new StepCounter(Card.Role.STEPS) {
          @Override
          public List<Reading> score(List<Prepared> batch) {
            throw new ModelFault("NaN");
          }
        };
    ScorerJudge judge = new ScorerJudge(broken, 100);
    assertThrows(ModelFault.class, () -> judge.judge(List.of(steps(1)), more -> {}));
  }

  private static Labelled steps(int count) {
    return Items.solution("s", "p", count, NONE);
  }
}
