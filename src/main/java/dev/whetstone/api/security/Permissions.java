package dev.whetstone.api.security;

import static dev.whetstone.access.Scope.ADMIN;
import static dev.whetstone.access.Scope.EVALUATOR;
import static dev.whetstone.access.Scope.MONITOR;
import static dev.whetstone.access.Scope.REVIEWER;
import static dev.whetstone.access.Scope.TRAINER;

import dev.whetstone.access.Scope;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What each scope may ask. What is not named here is the administrator's alone. */
final class Permissions {
  private static final Set<Scope> ANY = EnumSet.allOf(Scope.class);
  private static final String READS = "GET";
  private static final String ALL = "";

  /** The first that fits decides. */
  private static final List<Rule> RULES =
      Stream.of(
              rules(
                  ANY,
                  READS,
                  "/q/openapi",
                  "/q/swagger-ui",
                  "/asyncapi.yaml",
                  "/events",
                  "/clients",
                  "/review",
                  "/review.html"),
              rules(EnumSet.of(MONITOR, ADMIN), READS, "/q/metrics"),
              rules(EnumSet.of(REVIEWER, ADMIN), ALL, "/api/v1/reviews"),
              rules(EnumSet.of(TRAINER, EVALUATOR, ADMIN), READS, "/api/v1/runs"),
              rules(EnumSet.of(TRAINER, ADMIN), ALL, "/api/v1/runs"),
              rules(EnumSet.of(TRAINER, ADMIN), ALL, "/api/v1/candidates", "/api/v1/episodes"),
              rules(
                  EnumSet.of(TRAINER, EVALUATOR, ADMIN),
                  ALL,
                  "/api/v1/score",
                  "/api/v1/verifications",
                  "/api/v1/families",
                  "/api/v1/curricula",
                  "/api/v1/models"),
              rules(
                  EnumSet.of(EVALUATOR, ADMIN),
                  ALL,
                  "/api/v1/proofs",
                  "/api/v1/labellings",
                  "/api/v1/refinements"),
              rules(EnumSet.of(EVALUATOR, ADMIN), READS, "/api/v1/reports"),
              // every trainer's own protocol
              rules(
                  EnumSet.of(TRAINER, ADMIN),
                  ALL,
                  "/openrlhf",
                  "/get_reward",
                  "/slime",
                  "/nemo-gym",
                  "/global_config_dict_yaml",
                  "/ors",
                  "/openenv",
                  "/reasoning-gym",
                  "/roll",
                  "/atropos"),
              rules(
                  EnumSet.of(TRAINER, EVALUATOR, ADMIN),
                  ALL,
                  "/tei",
                  "/v1/models",
                  "/classify",
                  "/pooling",
                  "/v1/embeddings",
                  "/score",
                  "/v1/score",
                  "/rerank",
                  "/v1/rerank",
                  "/v2/rerank"))
          .flatMap(List::stream)
          .toList();

  private record Rule(Set<Scope> scopes, String method, String path) {
    boolean covers(String asked, String at) {
      return (method.isEmpty() || method.equals(asked))
          && (at.equals(path) || at.startsWith(path + "/"));
    }
  }

  private Permissions() {}

  private static List<Rule> rules(Set<Scope> scopes, String method, String... paths) {
    return Arrays.stream(paths).map(path -> new Rule(scopes, method, path)).toList();
  }

  /** What is asked of who sees whether the server lives, and no more. */
  static boolean isPublic(String method, String path) {
    return isReading(method)
        && (path.equals("/health") || path.equals("/q/health") || path.startsWith("/q/health/"));
  }

  static Set<Scope> scopes(String method, String path) {
    String asked = isReading(method) ? READS : method;
    Optional<Rule> first = RULES.stream().filter(rule -> rule.covers(asked, path)).findFirst();
    return first.map(Rule::scopes).orElse(EnumSet.of(ADMIN));
  }

  /** Whether it changes what only an administrator may. */
  static boolean isAdministration(String method, String path) {
    return !isReading(method) && scopes(method, path).equals(EnumSet.of(ADMIN));
  }

  private static boolean isReading(String method) {
    return method.equals(READS) || method.equals("HEAD");
  }
}
