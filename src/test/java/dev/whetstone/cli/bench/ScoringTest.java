package dev.whetstone.cli.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.model.Card;
import dev.whetstone.model.Derivation;
import dev.whetstone.model.PlainCard;
import dev.whetstone.model.Prepared;
import dev.whetstone.model.Reading;
import dev.whetstone.model.Scorer;
import dev.whetstone.model.Unscorable;
import dev.whetstone.model.serve.Limits;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ScoringTest {
  private static final Limits LIMITS = Limits.from(BenchScoring.settings());

  private record Text(int longest, int windows) implements Prepared {}

  /** Takes a microsecond for each token, padding included; a token is four characters. */
  private static final class Slow implements Scorer {
    final AtomicInteger closed = new AtomicInteger();

    @Override
    public Card card() {
      return PlainCard.of("slow", "1");
    }

    @Override
    public Prepared prepare(Derivation derivation) throws Unscorable {
      if (derivation.problem().equals("too long")) throw new Unscorable("too long");
      int tokens = (int) (derivation.length() / 4 + 1);
      int windows = 1 + tokens / 512;
      return new Text(tokens / windows + 1, windows);
    }

    @Override
    public List<Reading> score(List<Prepared> batch) {
      int longest = batch.stream().mapToInt(Prepared::longest).max().orElseThrow();
      long tokens = (long) batch.stream().mapToInt(Prepared::windows).sum() * longest;
      LockSupport.parkNanos(tokens * 1_000);
      return batch.stream()
          .map(text -> new Reading(List.of(), OptionalInt.empty(), 1, 1, List.of()))
          .toList();
    }

    @Override
    public void close() {
      closed.incrementAndGet();
    }
  }

  @Test
  void bothAreMeasuredOnAllTextsAndClosed() throws Exception {
    Slow bare = new Slow();
    Slow served = new Slow();
    List<Derivation> texts = new ArrayList<>(WorkedSolutions.of(200, new SplittableRandom(1)));
    texts.add(new Derivation("too long", List.of("a step")));
    Scoring.Outcome outcome =
        new Scoring(LIMITS, 100, 3, 10).measure(bare, served, texts, doing -> {});
    assertEquals(200, outcome.texts());
    assertEquals(3, outcome.rounds().size());
    for (Scoring.Round round : outcome.rounds())
      assertTrue(round.ratio() > 0.3 && round.ratio() < 3, round::toString);
    assertEquals(10, outcome.alone().count());
    assertEquals(128, outcome.tokensAlone(), 32);
    assertEquals(1, bare.closed.get());
    assertEquals(1, served.closed.get());
  }

  @Test
  void theBareEnginesBatchesHoldEachTextOnceAndKeepTheBudget() {
    List<Prepared> texts =
        IntStream.range(1, 400).mapToObj(i -> (Prepared) new Text(1 + i * 7 % 500, 1)).toList();
    List<List<Prepared>> batches = BareEngine.batches(texts, 4_096);
    for (List<Prepared> batch : batches)
      assertTrue(batch.size() * batch.getLast().longest() <= 4_096);
    assertEquals(399, batches.stream().flatMap(Collection::stream).distinct().count());
  }

  @Test
  void theSolutionsAreTheSameEachTimeAndOfManyLengths() {
    List<Derivation> texts = WorkedSolutions.of(100, new SplittableRandom(1));
    assertEquals(texts, WorkedSolutions.of(100, new SplittableRandom(1)));
    assertTrue(texts.stream().mapToLong(Derivation::length).distinct().count() > 50);
  }

  @Test
  void theSettingsAreTheServersDefaults() {
    assertEquals(262_144, LIMITS.maxCharacters());
    assertEquals(1_024, LIMITS.maxSteps());
    assertEquals("step-verifier", BenchScoring.settings().stepVerifier());
    assertTrue(BenchScoring.settings().folder().endsWith("models"));
  }
}
