package dev.whetstone.api;

import io.micrometer.core.instrument.Tags;
import io.quarkus.micrometer.runtime.HttpServerMetricsTagsContributor;
import jakarta.inject.Singleton;

/** Tells by which door a request came, so that what each of them takes is seen apart. */
@Singleton
final class Protocol implements HttpServerMetricsTagsContributor {
  /** Under which the path that serves a request is kept, its parameters by their names. */
  private static final String TEMPLATE = "UrlPathTemplate";

  @Override
  public Tags contribute(Context context) {
    String served = context.requestContextLocalData(TEMPLATE);
    return Tags.of("protocol", of(served == null ? context.request().path() : served));
  }

  /** By the first word of a path; one of few words, whatever the path is. */
  static String of(String path) {
    String first = first(path == null ? "" : path);
    return switch (first) {
      case "api",
          "openrlhf",
          "slime",
          "nemo-gym",
          "ors",
          "openenv",
          "tei",
          "reasoning-gym",
          "roll",
          "atropos" ->
          first;
      case "get_reward" -> "openrlhf";
      case "global_config_dict_yaml" -> "nemo-gym";
      case "v1", "v2", "classify", "pooling", "score", "rerank" -> "vllm";
      default -> "other";
    };
  }

  private static String first(String path) {
    int start = path.startsWith("/") ? 1 : 0;
    int end = path.indexOf('/', start);
    return path.substring(start, end < 0 ? path.length() : end);
  }
}
