package dev.whetstone.api.trainer;

import dev.whetstone.api.BadField;
import dev.whetstone.api.Faults;
import dev.whetstone.rollout.DatabaseFault;
import dev.whetstone.rollout.Overloaded;
import dev.whetstone.rollout.QuotaSpent;
import dev.whetstone.rollout.UnknownEpisode;
import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Answers within the deadline, for the client knows none; and where we fail, says that the rollout
 * is to be masked, in NeMo Gym's words for failures.
 */
@ApplicationScoped
class NemoGymVerify {
  private final NemoGymLimits limits;
  private final ExecutorService threads;

  NemoGymVerify(NemoGymLimits limits, @VirtualThreads ExecutorService threads) {
    this.limits = limits;
    this.threads = threads;
  }

  NemoGymReply reply(Callable<Earned> score) {
    try {
      return NemoGymReply.of(
          threads.submit(score).get(limits.deadline().toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      return NemoGymReply.masked("whetstone:deadline", "not judged within " + limits.deadline());
    } catch (ExecutionException e) {
      return failed(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return NemoGymReply.masked("shutdown", "the server is stopping");
    }
  }

  private static NemoGymReply failed(Throwable fault) {
    return switch (fault) {
      case BadField theirs -> throw theirs;
      case QuotaSpent theirs -> throw theirs;
      case Overloaded _ -> masked("whetstone:overloaded", fault);
      case UnknownEpisode lost -> masked(lost.closed() ? "session_expired" : "session_lost", lost);
      case DatabaseFault _ -> masked("persistence_failed", fault);
      default -> masked("verifier_error", fault);
    };
  }

  private static NemoGymReply masked(String kind, Throwable fault) {
    return NemoGymReply.masked(kind, Faults.sentence(fault));
  }
}
