package dev.whetstone.api.trainer;

import dev.whetstone.api.BadField;
import dev.whetstone.api.Unavailable;
import dev.whetstone.rollout.DatabaseFault;
import dev.whetstone.rollout.Overloaded;
import dev.whetstone.rollout.QuotaSpent;
import dev.whetstone.rollout.UnknownEpisode;
import dev.whetstone.rollout.Viewers;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Answers within the deadline, for the client knows none; and where we fail, says that the rollout
 * is to be masked, in NeMo Gym's words for failures.
 */
@ApplicationScoped
class NemoGymVerify {
  private static final Logger LOG = Logger.getLogger(NemoGymVerify.class);

  private final NemoGym gym;
  private final NemoGymLimits limits;
  private final Viewers viewers;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  NemoGymVerify(NemoGym gym, NemoGymLimits limits, Viewers viewers) {
    this.viewers = viewers;
    this.gym = gym;
    this.limits = limits;
  }

  @PreDestroy
  void stop() {
    threads.shutdown();
  }

  NemoGymReply reply(RoutingContext request, GymRollout rollout) {
    Optional<GymSession> session = GymSession.of(request);
    try {
      return NemoGymReply.of(
          threads
              .submit(viewers.lend(() -> gym.score(request, session, rollout)))
              .get(limits.deadline().toMillis(), TimeUnit.MILLISECONDS));
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
      case Unavailable ours -> NemoGymReply.masked("verifier_error", ours.getMessage());
      case Overloaded ours -> NemoGymReply.masked("whetstone:overloaded", ours.getMessage());
      case UnknownEpisode lost ->
          NemoGymReply.masked(
              lost.closed() ? "session_expired" : "session_lost", lost.getMessage());
      case DatabaseFault ours -> logged("persistence_failed", ours);
      default -> logged("verifier_error", fault);
    };
  }

  private static NemoGymReply logged(String kind, Throwable fault) {
    LOG.error("a rollout could not be verified", fault);
    return NemoGymReply.masked(kind, "a fault of the server's, which is logged");
  }
}
