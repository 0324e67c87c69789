package dev.whetstone.api.trainer;

import dev.whetstone.api.Bodies;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A reward model as vLLM serves one; and SGLang's embeddings, from which verl reads rewards. */
@Path("/")
@Tag(name = "trainers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class VllmApi {
  private final RewardModel verifiers;

  VllmApi(RewardModel verifiers) {
    this.verifiers = verifiers;
  }

  @GET
  @Path("/v1/models")
  @Operation(summary = "The verifiers that can be asked as reward models")
  public Vllm.Models models() {
    return Vllm.Models.of(verifiers.names());
  }

  @POST
  @Path("/classify")
  @Operation(summary = "Rewards of texts, as classes of one")
  public Vllm.Reply<Vllm.Classified> classify(@Context RoutingContext request, Vllm.Input input) {
    return reply(
        request,
        input,
        (i, s) -> new Vllm.Classified(i, "reward", List.of(s.score()), 1, s.unread()));
  }

  @POST
  @Path("/pooling")
  @Operation(summary = "Rewards of texts, step by step")
  public Vllm.Reply<Vllm.Pooled> pooling(@Context RoutingContext request, Vllm.Input input) {
    return reply(
        request,
        input,
        (i, s) ->
            new Vllm.Pooled(i, "pooling", s.steps().stream().map(List::of).toList(), s.unread()));
  }

  @POST
  @Path("/v1/embeddings")
  @Operation(summary = "Rewards of texts, as vectors of one number")
  public Vllm.Reply<Vllm.Embedding> embeddings(@Context RoutingContext request, Vllm.Input input) {
    return reply(
        request,
        input,
        (i, s) -> new Vllm.Embedding(i, "embedding", List.of(s.score()), s.unread()));
  }

  @POST
  @Path("/score")
  @Operation(summary = "Rewards of pairs: a label or problem, and a completion")
  public Vllm.Reply<Vllm.Score> score(@Context RoutingContext request, Vllm.Pairs pairs) {
    String model = verifiers.named(Bodies.required(pairs).model());
    List<RewardModel.Score> scores =
        verifiers.scores(request, model, pairs.field(), pairs.exchanges());
    return Vllm.Reply.of(
        model, each(scores, (i, s) -> new Vllm.Score(i, "score", s.score(), s.unread())));
  }

  @POST
  @Path("/v1/score")
  @Operation(summary = "Rewards of pairs, under vLLM's other path")
  public Vllm.Reply<Vllm.Score> scoreV1(@Context RoutingContext request, Vllm.Pairs pairs) {
    return score(request, pairs);
  }

  @POST
  @Path("/rerank")
  @Operation(summary = "Completions for one label or problem, the best first")
  public Vllm.Ranking rerank(@Context RoutingContext request, Vllm.Query query) {
    String model = verifiers.named(Bodies.required(query).model());
    List<RewardModel.Score> scores =
        verifiers.scores(request, model, "documents", query.exchanges());
    List<Vllm.Ranked> ranked =
        each(
            scores,
            (i, s) ->
                new Vllm.Ranked(
                    i, new Vllm.Document(query.documents().get(i)), s.score(), s.unread()));
    return Vllm.Ranking.of(
        model,
        ranked.stream()
            .sorted(Comparator.comparingDouble(Vllm.Ranked::relevanceScore).reversed())
            .limit(query.most())
            .toList());
  }

  @POST
  @Path("/v1/rerank")
  @Operation(summary = "Completions, the best first, under Jina's path")
  public Vllm.Ranking rerankV1(@Context RoutingContext request, Vllm.Query query) {
    return rerank(request, query);
  }

  @POST
  @Path("/v2/rerank")
  @Operation(summary = "Completions, the best first, under Cohere's path")
  public Vllm.Ranking rerankV2(@Context RoutingContext request, Vllm.Query query) {
    return rerank(request, query);
  }

  /** One score in the reply's form. */
  private interface Form<T> {
    T of(int index, RewardModel.Score score);
  }

  private <T> Vllm.Reply<T> reply(RoutingContext request, Vllm.Input input, Form<T> form) {
    String model = verifiers.named(Bodies.required(input).model());
    List<RewardModel.Score> scores =
        verifiers.scores(request, model, input.field(), input.exchanges());
    return Vllm.Reply.of(model, each(scores, form));
  }

  private static <T> List<T> each(List<RewardModel.Score> scores, Form<T> form) {
    return IntStream.range(0, scores.size()).mapToObj(i -> form.of(i, scores.get(i))).toList();
  }
}
