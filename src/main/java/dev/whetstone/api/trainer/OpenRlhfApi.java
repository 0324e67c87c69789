package dev.whetstone.api.trainer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.whetstone.api.BadField;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * OpenRLHF's remote reward ({@code --reward.remote_url}): lists of any length, also none, for it
 * sends empty ones to all URLs but the first.
 */
@Path("/")
@Tag(name = "trainers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class OpenRlhfApi {
  private final Labelled labelled;

  OpenRlhfApi(Labelled labelled) {
    this.labelled = labelled;
  }

  /**
   * @param query prompt and response in one text, special tokens kept
   * @param prompts taken off the front of the queries; old releases send none
   * @param labels tasks of ours, or reference answers
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  @Schema(name = "OpenRlhfBatch")
  public record Batch(List<String> query, List<String> prompts, List<String> labels) {}

  /** Lists as long as the queries; the logs are numbers alone, the same names in every reply. */
  @Schema(name = "OpenRlhfRewards")
  public record Rewards(
      List<Double> rewards, List<Double> scores, Map<String, List<Double>> extraLogs) {
    static Rewards of(List<Earned> scores) {
      List<Double> rewards = list(scores, Earned::reward);
      return new Rewards(
          rewards,
          rewards,
          Map.of(
              "readable", list(scores, Earned::readable),
              "saved", list(scores, score -> score.saved() ? 1 : 0),
              "unsound", list(scores, score -> score.unsound() ? 1 : 0)));
    }

    private static List<Double> list(List<Earned> scores, ToDoubleFunction<Earned> of) {
      return scores.stream().map(of::applyAsDouble).toList();
    }
  }

  @POST
  @Path("/openrlhf")
  @Operation(summary = "Rewards for OpenRLHF")
  public Rewards openrlhf(@Context RoutingContext request, Batch batch) {
    return Rewards.of(labelled.score(request, "query", samples(batch)));
  }

  @POST
  @Path("/get_reward")
  @Operation(summary = "Rewards for OpenRLHF, under the path that its examples use")
  public Rewards getReward(@Context RoutingContext request, Batch batch) {
    return openrlhf(request, batch);
  }

  private static List<Labelled.Sample> samples(Batch batch) {
    if (batch == null || batch.query() == null)
      throw new BadField("query", "query is missing", "give a list of texts");
    requireSameLength("labels", batch.labels(), batch.query().size());
    if (batch.prompts() != null)
      requireSameLength("prompts", batch.prompts(), batch.query().size());
    List<Labelled.Sample> samples = new ArrayList<>();
    for (int i = 0; i < batch.query().size(); i++) samples.add(sample(batch, i));
    return samples;
  }

  private static Labelled.Sample sample(Batch batch, int i) {
    String query = Samples.required(Samples.at("query", i), batch.query().get(i));
    String prompt = batch.prompts() == null ? "" : batch.prompts().get(i);
    String field = Samples.at("labels", i);
    return new Labelled.Sample(
        Samples.completion(query, prompt), Samples.label(field, batch.labels().get(i)), field);
  }

  private static void requireSameLength(String field, List<String> values, int length) {
    if (values == null || values.size() != length)
      throw new BadField(
          field,
          field + " has not the length of query",
          "give one for each query; OpenRLHF sends labels where data.label_key is set");
  }
}
