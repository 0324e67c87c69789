package dev.whetstone.api.trainer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.api.BadField;
import dev.whetstone.api.Bodies;
import dev.whetstone.api.ErrorForm;
import dev.whetstone.api.Problem;
import dev.whetstone.api.Unavailable;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Hugging Face's text-embeddings-inference: one model a server, so the verifier is in the path. */
@Path("/tei/{verifier}")
@Tag(name = "trainers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class TeiApi {
  private final RewardModel verifiers;

  TeiApi(RewardModel verifiers) {
    this.verifiers = verifiers;
  }

  /** Its own form of an error. */
  @Singleton
  static final class Form extends ErrorForm {
    Form() {
      super("/tei");
    }

    @Override
    protected int status(Problem problem) {
      if ("model".equals(problem.field())) return 404;
      return switch (problem.status()) {
        case 400 -> 422;
        case 500 -> 424;
        case 503 -> problem.saysOverloaded() ? 429 : 503;
        default -> problem.status();
      };
    }

    @Override
    protected Map<String, ?> body(Problem problem) {
      return Map.of("error", problem.sentence(), "error_type", type(status(problem)));
    }

    private static String type(int status) {
      return switch (status) {
        case 424 -> "Backend";
        case 429 -> "Overloaded";
        case 503 -> "Unhealthy";
        default -> "Validation";
      };
    }
  }

  /**
   * @param inputs a text, a pair, or a list of lists of one or two texts
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  @Schema(name = "TeiInputs")
  public record Inputs(JsonNode inputs) {}

  /**
   * @param returnText whether the texts are to be sent back
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  @Schema(name = "TeiQuery")
  public record Query(String query, List<String> texts, Boolean returnText) {}

  /** A class of one: its score is the reward. */
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "TeiClass")
  public record Prediction(double score, String label, String unread) {
    static List<Prediction> of(RewardModel.Score score) {
      return List.of(new Prediction(score.score(), "reward", score.unread()));
    }
  }

  /** A text's reward. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "TeiRank")
  public record Rank(int index, String text, double score, String unread) {}

  /** Which verifier this is, in the fields of a classifier. */
  @Schema(name = "TeiInfo")
  public record Info(
      String modelId, String modelDtype, Map<String, ?> modelType, int maxClientBatchSize) {}

  @GET
  @Path("/info")
  @Operation(summary = "Which verifier stands at this address, as text-embeddings-inference says")
  public Info info(@RestPath String verifier) {
    String model = verifiers.named(verifier);
    Map<String, ?> labels =
        Map.of("id2label", Map.of("0", "reward"), "label2id", Map.of("reward", 0));
    return new Info(model, "float64", Map.of("classifier", labels), verifiers.most(model));
  }

  @GET
  @Operation(summary = "Whether the verifier at this address can be asked, under its other path")
  public Map<String, String> root(@RestPath String verifier) {
    return health(verifier);
  }

  @GET
  @Path("/health")
  @Operation(summary = "Whether the verifier at this address can be asked")
  public Map<String, String> health(@RestPath String verifier) {
    String model = verifiers.named(verifier);
    if (!verifiers.names().contains(model)) throw new Unavailable(model + " is not loaded");
    return Map.of("status", "ok");
  }

  @POST
  @Operation(summary = "Rewards of a text, of a pair, or of a batch of both, at the address itself")
  public List<?> predictAtRoot(
      @Context RoutingContext request, @RestPath String verifier, Inputs inputs) {
    return predict(request, verifier, inputs);
  }

  @POST
  @Path("/predict")
  @Operation(summary = "Rewards of a text, of a pair, or of a batch of both")
  public List<?> predict(
      @Context RoutingContext request, @RestPath String verifier, Inputs inputs) {
    String model = verifiers.named(verifier);
    JsonNode sent = Bodies.required(inputs).inputs();
    boolean batch = sent != null && sent.isArray() && (sent.isEmpty() || sent.get(0).isArray());
    List<Exchange> exchanges =
        batch
            ? IntStream.range(0, sent.size())
                .mapToObj(i -> exchange(Samples.at("inputs", i), sent.get(i)))
                .toList()
            : List.of(exchange("inputs", sent));
    List<List<Prediction>> predictions =
        verifiers.scores(request, model, "inputs", exchanges).stream().map(Prediction::of).toList();
    return batch ? predictions : predictions.getFirst();
  }

  private static Exchange exchange(String field, JsonNode sent) {
    List<String> texts = Samples.texts(field, sent);
    return switch (texts.size()) {
      case 1 -> Exchange.of(sent.isArray() ? Samples.at(field, 0) : field, texts.getFirst());
      case 2 -> Exchange.of(Samples.at(field, 0), texts.getFirst(), texts.getLast());
      default ->
          throw new BadField(
              field,
              field + " has " + texts.size() + " texts",
              "give a text, a pair, or a list of lists of one or two texts");
    };
  }

  @POST
  @Path("/rerank")
  @Operation(summary = "Texts for one label or problem, the best first")
  public List<Rank> rerank(
      @Context RoutingContext request, @RestPath String verifier, Query query) {
    String model = verifiers.named(verifier);
    String label = Samples.required("query", Bodies.required(query).query());
    List<String> texts = Samples.requiredList("texts", query.texts());
    List<RewardModel.Score> scores =
        verifiers.scores(request, model, "texts", Exchange.pairs("query", label, texts));
    boolean told = Boolean.TRUE.equals(query.returnText());
    return IntStream.range(0, texts.size())
        .mapToObj(i -> rank(i, told ? texts.get(i) : null, scores.get(i)))
        .sorted(Comparator.comparingDouble(Rank::score).reversed())
        .toList();
  }

  private static Rank rank(int index, String text, RewardModel.Score score) {
    return new Rank(index, text, score.score(), score.unread());
  }
}
