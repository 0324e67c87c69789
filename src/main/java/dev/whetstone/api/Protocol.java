package dev.whetstone.api;

import io.micrometer.core.instrument.Tags;
import io.quarkus.micrometer.runtime.HttpServerMetricsTagsContributor;
import jakarta.inject.Singleton;
import java.util.Set;

/** Tells by which door a request came, so that what each of them takes is seen apart. */
@Singleton
final class Protocol implements HttpServerMetricsTagsContributor {
  /** Doors that are the first word of their path. */
  private static final Set<String> DOORS =
      Set.of(
          "api",
          "openrlhf",
          "slime",
          "nemo-gym",
          "ors",
          "openenv",
          "tei",
          "reasoning-gym",
          "roll",
          "atropos",
          "clients",
          "q");

  /** What reward models are asked by, as vLLM and its like name it. */
  private static final Set<String> VLLM = Set.of("v1", "v2", "classify", "pooling", "score", "rerank");

  @Override
  public Tags contribute(Context context) {
    return Tags.of("protocol", of(context.request().path()));
  }

  static String of(String path) {
    String first = path == null ? "" : path.replaceFirst("^/+", "").replaceFirst("[/?].*", "");
    if (DOORS.contains(first)) return first;
    return VLLM.contains(first) ? "vllm" : "other";
  }
}
