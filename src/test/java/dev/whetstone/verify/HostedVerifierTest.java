package dev.whetstone.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.model.Card;
import dev.whetstone.model.Derivation;
import dev.whetstone.model.ModelFault;
import dev.whetstone.model.PlainCard;
import dev.whetstone.model.Prepared;
import dev.whetstone.model.Reading;
import dev.whetstone.model.Scorer;
import dev.whetstone.model.Unscorable;
import dev.whetstone.model.serve.Hosted;
import dev.whetstone.model.serve.Limits;
import dev.whetstone.model.serve.ModelView;
import dev.whetstone.verify.StepVerdict.Read;
import dev.whetstone.verify.StepVerdict.Unread;
import dev.whetstone.verify.StepVerdict.Why;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HostedVerifierTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Derivation PLAIN = new Derivation("1 + 1?", List.of("2", "Answer: 2"));

  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch gate = new CountDownLatch(1);
  private final Hosted hosted = hosted(2);

  /** Finds every step right, but for what the problem asks of it. */
  private final class Obedient implements Scorer {
    private record Text(Derivation derivation) implements Prepared {
      @Override
      public int longest() {
        return 10;
      }

      @Override
      public int windows() {
        return 1;
      }
    }

    @Override
    public Card card() {
      return PlainCard.of("obedient", "7");
    }

    @Override
    public Prepared prepare(Derivation derivation) throws Unscorable {
      if (derivation.problem().equals("refuse")) throw new Unscorable("step 1 is too long");
      return new Text(derivation);
    }

    @Override
    public List<Reading> score(List<Prepared> batch) {
      return batch.stream().map(text -> score(((Text) text).derivation)).toList();
    }

    private Reading score(Derivation derivation) {
      if (derivation.problem().equals("fail")) throw new ModelFault("not a number");
      if (derivation.problem().equals("wait")) await();
      List<Double> right = Collections.nCopies(derivation.steps().size(), 0.75);
      return new Reading(right, OptionalInt.empty(), 0.5, 0.5, List.of());
    }

    private void await() {
      try {
        begun.countDown();
        gate.await();
      } catch (InterruptedException e) {
        throw new ModelFault("interrupted", e);
      }
    }

    @Override
    public void close() {}
  }

  private Hosted hosted(int queue) {
    Limits limits =
        new Limits(queue, 10_000, 10, Duration.ofMinutes(1), Duration.ZERO, 10_000, 100);
    return new Hosted(new Obedient(), limits, new SimpleMeterRegistry());
  }

  @AfterEach
  void close() {
    gate.countDown();
    hosted.close(PATIENCE);
  }

  private StepVerdict read(String problem, Duration patience) {
    return HostedVerifier.read(hosted, new Derivation(problem, PLAIN.steps()), patience).join();
  }

  private CompletableFuture<StepVerdict> waiting() {
    return HostedVerifier.read(hosted, new Derivation("wait", PLAIN.steps()), PATIENCE);
  }

  @Test
  void aReadingNamesTheVersionThatMadeIt() {
    assertEquals(
        new Read("obedient@7", List.of(0.75, 0.75), OptionalInt.empty(), 0.5, 0.5, List.of()),
        HostedVerifier.read(hosted, PLAIN, PATIENCE).join());
  }

  @Test
  void whatTheModelRefusesIsUnscorableInItsOwnWords() {
    assertEquals(new Unread(Why.UNSCORABLE, "step 1 is too long"), read("refuse", PATIENCE));
  }

  @Test
  void aModelsFaultIsNotTheCandidates() {
    assertEquals(Unread.fault(), read("fail", PATIENCE));
  }

  @Test
  void whatIsNotReadInTimeIsLate() {
    assertEquals(Why.DEADLINE, ((Unread) read("wait", Duration.ofMillis(50))).unread());
    assertEquals(Why.DEADLINE, ((Unread) read("too late", Duration.ofMillis(-1))).unread());
  }

  @Test
  void aFullQueueIsBusy() throws InterruptedException {
    CompletableFuture<StepVerdict> scored = waiting();
    begun.await();
    List<CompletableFuture<StepVerdict>> queued = List.of(waiting(), waiting());

    assertEquals(Why.BUSY, ((Unread) waiting().join()).unread());
    assertFalse(queued.stream().anyMatch(CompletableFuture::isDone));
    gate.countDown();
    assertInstanceOf(Read.class, scored.join());
  }

  @Test
  void whereNothingIsLoadedTheReasonIsTold() {
    ModelView refused =
        new ModelView(
            "step-verifier",
            "2",
            Optional.empty(),
            ModelView.State.REFUSED,
            Optional.of("card.json: it is not there"),
            Optional.empty(),
            Map.of());

    assertEquals(
        new Unread(Why.NO_VERIFIER, "no step verifier is loaded: there is none"),
        HostedVerifier.none(List.of()));
    assertTrue(
        ((Unread) HostedVerifier.none(List.of(refused)))
            .detail()
            .endsWith("step-verifier@2 is refused, card.json: it is not there"));
  }
}
