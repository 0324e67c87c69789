package dev.whetstone.api.trainer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.whetstone.api.BadField;
import dev.whetstone.api.Unknown;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * slime's {@code remote_rm}: one sample a request. It sends no metadata, so the verifier stands in
 * the path, and the form of the reply in the query.
 */
@Path("/slime/{verifier}")
@Tag(name = "trainers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class SlimeApi {
  private final Labelled labelled;

  SlimeApi(Labelled labelled) {
    this.labelled = labelled;
  }

  /** The prompt, a text or a chat, is not needed. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  @Schema(name = "SlimeSample")
  public record Sample(JsonNode prompt, String response, String label) {}

  /**
   * @param reply object (default; set slime's --reward-key to score) or number
   */
  @POST
  @Operation(
      summary = "A reward for slime: {score, acc, readable, saved, unsound}, or a bare number")
  public JsonNode reward(
      @Context RoutingContext request,
      @RestPath String verifier,
      @RestQuery @DefaultValue("object") String reply,
      Sample sample) {
    if (!verifier.equals(RewardModel.EXACT))
      throw Unknown.of("verifier", verifier, List.of(RewardModel.EXACT));
    boolean bare = bare(reply);
    Earned score = labelled.score(request, List.of(sample(sample))).getFirst();
    JsonNodeFactory json = JsonNodeFactory.instance;
    if (bare) return json.numberNode(score.reward());
    return json.objectNode()
        .put("score", score.reward())
        .put("acc", score.reward())
        .put("readable", score.readable())
        .put("saved", score.saved() ? 1.0 : 0.0)
        .put("unsound", score.unsound() ? 1.0 : 0.0);
  }

  private static boolean bare(String reply) {
    return switch (reply) {
      case "object" -> false;
      case "number" -> true;
      default -> throw new BadField("reply", "there is no such reply", "object or number");
    };
  }

  private static Labelled.Sample sample(Sample sample) {
    if (sample == null) throw new BadField("body", "the body is empty", "send one sample");
    String response = Samples.required("response", sample.response());
    String label = Samples.label("label", sample.label());
    return new Labelled.Sample(Samples.completion(response, null), label, "label");
  }
}
