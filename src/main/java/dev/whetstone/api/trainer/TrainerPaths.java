package dev.whetstone.api.trainer;

import dev.whetstone.rollout.Environments;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Brings the ways in which trainers write a path to the one that is served. Some name no
 * environment, or name it in a header; some drop the path of the URL that they were given.
 */
@ApplicationScoped
final class TrainerPaths {
  /** Stands in the path where no environment is named. */
  static final String NO_ENVIRONMENT = "-";

  /** Ahead of the body limit, so that a body is counted once. */
  private static final int FIRST = 2_000;

  private static final String SESSION = "X-Session-ID";
  private static final String DEPLOYMENT = "X-Deployment";
  private static final String LIST = "list_environments";
  private static final Set<String> OF_TASKS =
      Set.of("splits", "tasks", "num_tasks", "task", "task_range");
  private static final String TOOLS = "tools";
  private static final Set<String> OF_SESSIONS = Set.of("prompt", "messages", "task_tools", "call");
  private static final Set<String> OF_ORS =
      Set.of("health", "version", "create", "ping", "delete", "create_session", "delete_session");
  private static final Set<String> OF_OPENENV =
      Set.of("health", "metadata", "schema", "state", "reset", "step", "mcp", "ws");

  private final Environments environments;

  TrainerPaths(Environments environments) {
    this.environments = environments;
  }

  void register(@Observes Filters filters) {
    filters.register(this::route, FIRST);
  }

  private void route(RoutingContext context) {
    HttpServerRequest request = context.request();
    String path = context.normalizedPath();
    Optional<String> served = served(request, path).filter(found -> !found.equals(path));
    if (served.isEmpty()) context.next();
    else context.reroute(served.get() + (request.query() == null ? "" : "?" + request.query()));
  }

  private Optional<String> served(HttpServerRequest request, String path) {
    List<String> parts = List.of(path.substring(1).split("/", 5));
    List<String> below = parts.subList(1, parts.size());
    return switch (parts.getFirst()) {
      case "ors" -> ors(request, below);
      case "openenv" -> openEnv(below);
      default -> isOrs(request, parts) ? ors(request, parts) : health(parts);
    };
  }

  /** What is asked of any model server before it is used. */
  private static Optional<String> health(List<String> parts) {
    return parts.equals(List.of("health")) ? Optional.of("/q/health/ready") : Optional.empty();
  }

  /** Clients that ask an absolute path lose the one of their base URL. */
  private static boolean isOrs(HttpServerRequest request, List<String> parts) {
    return parts.equals(List.of("create_session"))
        || parts.equals(List.of(LIST))
        || request.headers().contains(SESSION)
        || request.headers().contains(DEPLOYMENT);
  }

  private Optional<String> ors(HttpServerRequest request, List<String> parts) {
    if (parts.isEmpty() || parts.size() > 2) return Optional.empty();
    String last = parts.getLast();
    boolean alone = parts.size() == 1;
    if (alone && (OF_ORS.contains(last) || last.equals(LIST))) return Optional.of("/ors/" + last);
    boolean isOfSession = OF_SESSIONS.contains(last);
    if (!OF_TASKS.contains(last) && !isOfSession && !last.equals(TOOLS)) return Optional.empty();
    String environment =
        alone ? environment(request.getHeader(DEPLOYMENT), isOfSession) : parts.getFirst();
    return Optional.of("/ors/" + environment + "/" + last);
  }

  /** A session has its own. */
  private String environment(String deployment, boolean isOfSession) {
    return isOfSession && namesNone(deployment) ? NO_ENVIRONMENT : encoded(named(deployment));
  }

  /** The base URL may name the environment, or not; the listing below is that of ORS. */
  private Optional<String> openEnv(List<String> parts) {
    String last = parts.isEmpty() ? "" : parts.getLast();
    if (parts.size() == 1 && OF_OPENENV.contains(last))
      return Optional.of("/openenv/" + encoded(named(null)) + "/" + last);
    if (parts.size() == 1 && last.equals(LIST)) return Optional.of("/ors/" + LIST);
    if (parts.size() == 2 && last.equals(LIST))
      return Optional.of("/ors/" + parts.getFirst() + "/" + LIST);
    if (parts.size() < 2 || parts.size() > 3 || !OF_TASKS.contains(last)) return Optional.empty();
    return Optional.of("/ors/" + parts.get(parts.size() - 2) + "/" + last);
  }

  /**
   * The environment of a deployment, {@code owner/name} or a name: the first of all where it names
   * none, or is the URL of this server or the word that clients put in its place.
   */
  String named(String deployment) {
    if (namesNone(deployment)) return environments.names().getFirst();
    String name = deployment.substring(deployment.lastIndexOf('/') + 1);
    // A step up or none would lead back here.
    return name.matches("\\.{0,2}") ? environments.names().getFirst() : name;
  }

  private static boolean namesNone(String deployment) {
    return deployment == null
        || deployment.isBlank()
        || deployment.equals("env")
        || deployment.contains("://");
  }

  private static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
