package dev.whetstone.api.trainer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.whetstone.task.Hash;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;

/**
 * Tells a retry from another rollout with the same text, for trainers that send no request id: a
 * text that was answered already is another rollout, one whose answer never went out is a retry.
 * After a restart nothing is known to be answered, so equal text counts as a retry.
 */
@ApplicationScoped
class Answered {
  private static final int LATEST = 200_000;

  /** How often each text was answered for its task. */
  private final Cache<String, Integer> times = Caffeine.newBuilder().maximumSize(LATEST).build();

  Request begin(RoutingContext context) {
    Request request = new Request();
    context.addEndHandler(
        sent -> {
          if (sent.succeeded() && context.response().getStatusCode() < 300) request.confirm();
        });
    return request;
  }

  /** One request's texts. */
  final class Request {
    private final Map<String, Integer> here = new HashMap<>();

    /** What the item is known by, here and if it is sent again. */
    String key(String task, String text) {
      String hash = Hash.ofText(text).hex();
      String name = task + " " + hash;
      int before = times.asMap().getOrDefault(name, 0);
      return hash + " " + (before + here.merge(name, 1, Integer::sum));
    }

    private void confirm() {
      here.forEach((name, count) -> times.asMap().merge(name, count, Integer::sum));
    }
  }
}
