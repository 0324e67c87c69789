package dev.whetstone.model.remote;

import dev.whetstone.model.remote.Outcome.Failed;
import dev.whetstone.model.serve.Deadline;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Asks one question until it is answered, refused or late. */
final class Asking {
  private final Endpoint endpoint;
  private final Semaphore turns;
  private final Retries retries;
  private final Spending spending;
  private final Duration attemptTimeout;

  Asking(
      Endpoint endpoint,
      Semaphore turns,
      Retries retries,
      Spending spending,
      Duration attemptTimeout) {
    this.endpoint = endpoint;
    this.turns = turns;
    this.retries = retries;
    this.spending = spending;
    this.attemptTimeout = attemptTimeout;
  }

  Outcome answer(Question question, Deadline deadline) throws InterruptedException {
    retries.earn();
    for (int attempt = 1; ; attempt++) {
      Attempt tried = attempt(question, deadline, attempt);
      if (!(tried.outcome() instanceof Failed failed)) return tried.outcome();
      Optional<Duration> pause = retries.pause(attempt, tried, left(deadline));
      if (pause.isEmpty()) return failed.after(attempt);
      Thread.sleep(pause.get());
    }
  }

  private Attempt attempt(Question question, Deadline deadline, int attempt)
      throws InterruptedException {
    if (!turns.tryAcquire(left(deadline).toNanos(), TimeUnit.NANOSECONDS))
      return late("no turn came");
    try {
      Duration left = left(deadline);
      if (left.isZero()) return late("no turn came");
      spending.request(attempt);
      Attempt tried =
          endpoint.ask(question, left.compareTo(attemptTimeout) < 0 ? left : attemptTimeout);
      boolean hung = tried.outcome() instanceof Failed f && f.reason() == Reason.HUNG;
      return hung && deadline.hasPassed() ? late("no answer came") : tried;
    } finally {
      turns.release();
    }
  }

  private static Attempt late(String what) {
    return Attempt.of(Failed.of(Reason.DEADLINE, what + " before the deadline"));
  }

  private static Duration left(Deadline deadline) {
    return Duration.ofNanos(Math.max(0, deadline.nanosLeft()));
  }
}
