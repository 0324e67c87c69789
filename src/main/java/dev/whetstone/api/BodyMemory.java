package dev.whetstone.api;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How many bytes of bodies may be held: of one request, and of all at one moment. */
@Singleton
final class BodyMemory {
  private static final String KEY = Share.class.getName();

  private final long limit;
  private final long limitInFlight;
  private final AtomicLong inFlight = new AtomicLong();

  BodyMemory(
      @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit,
      @ConfigProperty(name = "whetstone.api.max-bodies-in-flight") MemorySize limitInFlight) {
    this.limit = limit.asLongValue();
    this.limitInFlight = limitInFlight.asLongValue();
  }

  /**
   * Kept until the request ends.
   *
   * @throws BadBody if there is no room for a body of this size
   */
  void begin(RoutingContext request, long announced) throws BadBody {
    Share share = new Share();
    share.reach(announced);
    request.put(KEY, share);
    request.addEndHandler(done -> share.end());
  }

  static Share of(RoutingContext request) {
    return request.get(KEY);
  }

  /** What one request holds. */
  final class Share {
    private long held;
    private boolean ended;

    /**
     * @throws BadBody if there is no room for so many bytes of it
     */
    synchronized void reach(long size) throws BadBody {
      if (size > limit) throw BadBody.tooLarge(limit);
      if (size > held && !ended) hold(size);
    }

    private void hold(long size) throws BadBody {
      long more = size - held;
      if (inFlight.addAndGet(more) > limitInFlight) {
        inFlight.addAndGet(-more);
        throw BadBody.tooMany(limitInFlight);
      }
      held = size;
    }

    private synchronized void end() {
      inFlight.addAndGet(-held);
      held = 0;
      ended = true;
    }
  }
}
