package dev.whetstone.verify;

import dev.whetstone.model.Derivation;
import dev.whetstone.model.serve.ModelSettings;
import dev.whetstone.verify.StepVerdict.Unread;
import dev.whetstone.verify.StepVerdict.Why;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Has many solutions read together, and waits no longer than it was told to. */
@ApplicationScoped
public class StepReadings {
  private static final Logger LOG = Logger.getLogger(StepReadings.class);

  /** After one of these the rest of a batch would fare no better. */
  private static final Set<Why> FINAL = EnumSet.of(Why.NO_VERIFIER, Why.BUSY, Why.DEADLINE);

  private final LearnedVerifier verifier;
  private final VerifyLimits limits;
  private final int maxSteps;

  @Inject
  StepReadings(LearnedVerifier verifier, VerifyLimits limits, ModelSettings model) {
    this(verifier, limits, model.maxSteps());
  }

  /** As many steps of a solution are read at most. */
  public StepReadings(LearnedVerifier verifier, VerifyLimits limits, int maxSteps) {
    this.verifier = verifier;
    this.limits = limits;
    this.maxSteps = maxSteps;
  }

  /** Cuts and reads what candidates wrote, within the deadline for rewards; never throws. */
  public List<StepVerdict> readCompletions(List<Completion> completions) {
    return read(completions, this::cut, limits.stepsDeadline());
  }

  /** Reads solutions that are in steps already, within the deadline for them; never throws. */
  public List<StepVerdict> read(List<Derivation> derivations) {
    return read(derivations, Function.identity(), limits.verificationsDeadline());
  }

  /** Reads a solution within a deadline of its reader's; never throws. */
  public StepVerdict read(Derivation derivation, Duration patience) {
    return read(List.of(derivation), Function.identity(), patience).getFirst();
  }

  /** Who reads: name and version. */
  public String verifier() {
    return verifier.name();
  }

  /** One step more than is allowed, so that it is seen. */
  public Derivation cut(Completion completion) {
    return new Derivation(completion.problem(), Steps.of(completion.text(), maxSteps + 1));
  }

  private <T> List<StepVerdict> read(
      List<T> all, Function<T, Derivation> derivation, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    List<CompletableFuture<StepVerdict>> asked = new ArrayList<>();
    for (T one : all)
      asked.add(
          !asked.isEmpty() && isFinal(asked.getLast())
              ? asked.getLast()
              : ask(derivation.apply(one), end));
    return asked.stream().map(answer -> await(answer, end)).toList();
  }

  private static boolean isFinal(CompletableFuture<StepVerdict> answer) {
    return answer.isDone()
        && !answer.isCompletedExceptionally()
        && answer.join() instanceof Unread unread
        && isFinal(unread);
  }

  /** Whether the reason lies in none of the solutions, but in the verifier or in the time. */
  public static boolean isFinal(Unread unread) {
    return FINAL.contains(unread.unread());
  }

  private CompletableFuture<StepVerdict> ask(Derivation derivation, long end) {
    int steps = derivation.steps().size();
    Duration left = Duration.ofNanos(end - System.nanoTime());
    if (!left.isPositive()) return CompletableFuture.completedFuture(Unread.late());
    if (steps == 0) return unread(Why.NO_STEPS, "there are no steps to read");
    if (steps > maxSteps) return unread(Why.TOO_LONG, "there are more than " + maxSteps + " steps");
    try {
      return verifier.read(derivation, left);
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private static StepVerdict await(CompletableFuture<StepVerdict> answer, long end) {
    try {
      return answer.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return Unread.late();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Unread.late();
    } catch (ExecutionException | RuntimeException e) {
      LOG.error("a step verifier failed", e);
      return Unread.fault();
    }
  }

  private static CompletableFuture<StepVerdict> unread(Why why, String detail) {
    return CompletableFuture.completedFuture(new Unread(why, detail));
  }
}
