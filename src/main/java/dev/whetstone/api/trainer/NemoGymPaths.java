package dev.whetstone.api.trainer;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * NeMo Gym's own client knows a server by host and port alone, and may put a rollout's id in front
 * of any path; both come to the one place where it is served.
 */
@ApplicationScoped
final class NemoGymPaths {
  private static final String BASE = "/nemo-gym/";
  private static final Set<String> AT_ROOT =
      Set.of(
          "/seed_session",
          "/verify",
          "/aggregate_metrics",
          "/reverify_mode",
          "/close_session",
          "/mcp");
  private static final Pattern ROLLOUT =
      Pattern.compile("(.{0,200}?)/ng-rollout/[A-Za-z0-9][A-Za-z0-9._-]{0,200}+(/.*)");
  private static final Pattern TOOL = Pattern.compile("/[A-Za-z0-9_-]{1,100}");

  /** What other trainers ask at the root, whatever cookies they carry. */
  private static final Set<String> OTHERS =
      Set.of("/openrlhf", "/get_reward", "/score", "/classify", "/rerank", "/pooling", "/tasks");

  /** Ahead of all else, for what comes after sees the path as it is served. */
  private static final int FIRST = 2_000;

  void register(@Observes Filters filters) {
    filters.register(NemoGymPaths::lead, FIRST);
  }

  private static void lead(RoutingContext request) {
    String path = request.normalizedPath();
    String served = served(request, path);
    if (!served.equals(path)) request.reroute(request.request().method(), served);
    else {
      if (path.startsWith(BASE)) GymSession.of(request).ifPresent(session -> session.tell(request));
      request.next();
    }
  }

  private static String served(RoutingContext request, String path) {
    Matcher rollout = ROLLOUT.matcher(path);
    String bare = rollout.matches() ? rollout.group(1) + rollout.group(2) : path;
    boolean posts = request.request().method().equals(HttpMethod.POST);
    if (AT_ROOT.contains(bare) || (posts && isTool(bare) && GymSession.of(request).isPresent()))
      return BASE + TrainerPaths.NO_ENVIRONMENT + bare;
    boolean isCall = posts || bare.equals(BASE + "reverify_mode");
    if (bare.startsWith(BASE) && isCall && isTool(bare.substring(BASE.length() - 1)))
      return BASE + TrainerPaths.NO_ENVIRONMENT + bare.substring(BASE.length() - 1);
    return bare;
  }

  private static boolean isTool(String path) {
    return TOOL.matcher(path).matches() && !OTHERS.contains(path);
  }
}
