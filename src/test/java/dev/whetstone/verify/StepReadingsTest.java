package dev.whetstone.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.model.Critique;
import dev.whetstone.model.Derivation;
import dev.whetstone.model.Reading;
import dev.whetstone.task.Grade;
import dev.whetstone.verify.StepVerdict.Read;
import dev.whetstone.verify.StepVerdict.Unread;
import dev.whetstone.verify.StepVerdict.Why;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class StepReadingsTest {
  private static final Duration PATIENCE = Duration.ofMillis(200);
  private static final String RIGHT = "1 + 1 = 2\nAnswer: 2";

  private final List<Derivation> seen = new ArrayList<>();

  private static final class Patient implements VerifyLimits {
    @Override
    public Duration stepsDeadline() {
      return PATIENCE;
    }

    @Override
    public int maxVerifications() {
      return 10;
    }

    @Override
    public Duration verificationsDeadline() {
      return PATIENCE;
    }
  }

  private StepReadings reader(LearnedVerifier verifier) {
    return new StepReadings(
        (derivation, patience) -> {
          seen.add(derivation);
          return verifier.read(derivation, patience);
        },
        new Patient(),
        3);
  }

  private List<StepVerdict> read(LearnedVerifier verifier, String... texts) {
    List<Completion> all = new ArrayList<>();
    for (String text : texts) all.add(new Completion("What is 1 + 1?", text));
    return reader(verifier).readCompletions(all);
  }

  private static CompletableFuture<StepVerdict> says(StepVerdict verdict) {
    return CompletableFuture.completedFuture(verdict);
  }

  private static CompletableFuture<StepVerdict> says(Derivation derivation) {
    List<Double> right = Collections.nCopies(derivation.steps().size(), 0.9);
    return says(new Read("v@1", right, OptionalInt.empty(), 1, 0.8, List.of()));
  }

  private static List<Why> unread(List<StepVerdict> verdicts) {
    return verdicts.stream().map(v -> ((Unread) v).unread()).toList();
  }

  @Test
  void allAreAskedBeforeAnyIsWaitedFor() {
    List<CompletableFuture<StepVerdict>> open = new ArrayList<>();
    List<StepVerdict> verdicts =
        read(
            (derivation, patience) -> {
              open.add(new CompletableFuture<>());
              if (open.size() == 3)
                for (int i = 2; i >= 0; i--)
                  open.get(i)
                      .complete(
                          new Read("v@1", List.of(i / 10.0), OptionalInt.empty(), 1, 1, List.of()));
              return open.getLast();
            },
            "a",
            "b",
            "c");

    for (int i = 0; i < 3; i++)
      assertEquals(List.of(i / 10.0), assertInstanceOf(Read.class, verdicts.get(i)).right());
  }

  @Test
  void theVerifierReadsTheProblemAndTheSteps() {
    read((derivation, patience) -> says(derivation), RIGHT);

    assertEquals(
        List.of(new Derivation("What is 1 + 1?", List.of("1 + 1 = 2", "Answer: 2"))), seen);
  }

  @Test
  void aVerifierThatNeverAnswersIsLeftAtTheDeadline() {
    long start = System.nanoTime();
    List<StepVerdict> verdicts =
        read((derivation, patience) -> new CompletableFuture<>(), RIGHT, RIGHT, RIGHT);

    assertEquals(List.of(Why.DEADLINE, Why.DEADLINE, Why.DEADLINE), unread(verdicts));
    assertTrue(System.nanoTime() - start < 10 * PATIENCE.toNanos(), "one deadline for all");
  }

  @Test
  void oneThatIsSlowToTakeIsNotAskedBeyondTheDeadline() {
    List<StepVerdict> verdicts =
        read(
            (derivation, patience) -> {
              sleep(patience.plusMillis(10));
              return new CompletableFuture<>();
            },
            RIGHT,
            RIGHT,
            RIGHT);

    assertEquals(List.of(Why.DEADLINE, Why.DEADLINE, Why.DEADLINE), unread(verdicts));
    assertEquals(1, seen.size());
  }

  @Test
  void aFullQueueIsNotAskedAgainForTheSameBatch() {
    List<StepVerdict> verdicts =
        read(
            (derivation, patience) ->
                seen.size() == 1 ? says(derivation) : says(new Unread(Why.BUSY, "full")),
            RIGHT,
            RIGHT,
            RIGHT);

    assertInstanceOf(Read.class, verdicts.getFirst());
    assertEquals(List.of(Why.BUSY, Why.BUSY), unread(verdicts.subList(1, 3)));
    assertEquals(2, seen.size());
  }

  @Test
  void aFaultIsItsOwnAlone() {
    List<StepVerdict> verdicts =
        read(
            (derivation, patience) ->
                switch (seen.size()) {
                  case 1 -> throw new IllegalStateException("a bug");
                  case 2 -> CompletableFuture.failedFuture(new IllegalStateException("another"));
                  default -> says(derivation);
                },
            RIGHT,
            RIGHT,
            RIGHT);

    assertEquals(List.of(Why.FAULT, Why.FAULT), unread(verdicts.subList(0, 2)));
    assertInstanceOf(Read.class, verdicts.get(2));
  }

  @Test
  void whatHasNoStepsOrTooManyIsNotAskedFor() {
    List<StepVerdict> verdicts =
        read((derivation, patience) -> says(derivation), " \n ", "1\n2\n3\n4", "1\n2\n3");

    assertEquals(List.of(Why.NO_STEPS, Why.TOO_LONG), unread(verdicts.subList(0, 2)));
    assertInstanceOf(Read.class, verdicts.get(2));
    assertEquals(1, seen.size());
  }

  @Test
  void nobodyAskedForNothing() {
    assertEquals(List.of(), read((derivation, patience) -> says(derivation)));
  }

  @Test
  void onlyARightAnswerWithReadStepsIsSoundOrNot() {
    Read wrong = new Read("v@1", List.of(0.9, 0.1), OptionalInt.of(1), 0, 0.1, List.of());
    Read right = new Read("v@1", List.of(0.9, 0.9), OptionalInt.empty(), 0.5, 0.8, List.of());
    Read half = new Read("v@1", List.of(), OptionalInt.empty(), 0.5, 0.6, List.of());

    assertEquals(Optional.of(false), StepVerdict.sound(Grade.RIGHT, Optional.of(wrong)));
    assertEquals(Optional.of(true), StepVerdict.sound(Grade.RIGHT, Optional.of(right)));
    assertEquals(Optional.of(false), StepVerdict.sound(Grade.RIGHT, Optional.of(half)));
    assertEquals(Optional.empty(), StepVerdict.sound(Grade.WRONG, Optional.of(wrong)));
    assertEquals(
        Optional.empty(),
        StepVerdict.sound(Grade.RIGHT, Optional.of(new Unread(Why.BUSY, "full"))));
    assertEquals(Optional.empty(), StepVerdict.sound(Grade.RIGHT, Optional.empty()));
  }

  @Test
  void aCritiqueThatQuotesWhatIsNotThereIsLeftOut() {
    Derivation derivation = new Derivation("p", List.of("1 + 1 = 3", "\ud83d\ude00"));
    Critique holds = new Critique(0, "= 3", "wrong_arithmetic", 0.9);
    Reading reading =
        new Reading(
            List.of(0.1, 0.9),
            OptionalInt.of(0),
            0.1,
            0,
            List.of(
                holds,
                new Critique(1, "= 3", "wrong_arithmetic", 0.8),
                new Critique(2, "", "wrong_arithmetic", 0.7),
                new Critique(-1, "", "wrong_arithmetic", 0.6),
                new Critique(1, "\ud83d", "half", 0.5)));

    Read read = Read.of("v@1", derivation, reading);

    assertEquals(List.of(holds), read.critiques());
    assertEquals("", read.withoutQuotes().critiques().getFirst().quote());
  }

  private static void sleep(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
