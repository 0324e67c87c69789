package dev.whetstone.api;

import dev.whetstone.reward.LearnabilityShape;
import dev.whetstone.rollout.Proposal;
import dev.whetstone.rollout.ProposalLimits;
import dev.whetstone.rollout.Proposals;
import dev.whetstone.rollout.Proposed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Tasks from outside: a proposing model posts them and is paid for what can be learned there. */
@Path("/api/v1/runs/{run}/proposals")
@Tag(name = "proposals")
@APIResponse(responseCode = "404", description = "unknown-run")
@APIResponse(responseCode = "503", description = "overloaded, or the fault is ours")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class ProposalsApi {
  private static final int MAX_PAGE = 1_000;
  private static final int MAX_LEVELS = 32;
  private static final String NONE = "";

  private final Proposals proposals;
  private final ProposalLimits limits;

  ProposalsApi(Proposals proposals, ProposalLimits limits) {
    this.proposals = proposals;
    this.limits = limits;
  }

  /**
   * @param shape absolute_zero, r_zero (default), spice or variance
   */
  @Schema(name = "ProposalBatch")
  public record Batch(List<Item> proposals, String shape) {}

  /**
   * Levels and a seed, for the family to make the task; or a question with its answer. A bad one is
   * refused alone.
   */
  @Schema(name = "ProposalItem")
  public record Item(
      String family, Map<String, Integer> levels, String seed, String question, String answer) {}

  /** One proposal each, in the batch's order; {@code next} is the {@code after} to go on with. */
  @Schema(name = "ProposalPage")
  public record Page(List<Proposal> proposals, String next) {
    static Page of(List<Proposal> proposals, String before) {
      return new Page(
          proposals, proposals.isEmpty() ? before : proposals.getLast().id().toString());
    }
  }

  @POST
  @APIResponse(responseCode = "409", description = "finished-run")
  @APIResponse(responseCode = "422", description = "key-reused")
  @APIResponseSchema(Page.class)
  @Operation(
      summary = "Propose tasks; each goes through the gate alone, and is paid once attempted")
  public Page propose(
      @RestPath String run, @RestHeader("Idempotency-Key") String key, Batch batch) {
    List<Item> items = Bodies.required(batch).proposals();
    Require.range("proposals", items == null ? null : items.size(), 1, limits.maxProposals());
    if (items.contains(null))
      throw new BadField(
          "proposals[" + items.indexOf(null) + "]", "a proposal is null", "give an object");
    List<Proposed> proposed = items.stream().map(this::proposed).toList();
    return Page.of(
        proposals.propose(Require.id("run", run), proposed, shape(batch.shape()), Require.key(key)),
        NONE);
  }

  @GET
  @APIResponseSchema(Page.class)
  @Operation(summary = "The run's proposals, in the order in which they came, with their rewards")
  public Page list(
      @RestPath String run,
      @RestQuery @DefaultValue(NONE) String after,
      @RestQuery @DefaultValue("100") String limit) {
    int length = (int) Require.number("limit", limit, 1, MAX_PAGE);
    return Page.of(
        proposals.page(
            Require.id("run", run),
            after.isEmpty() ? Optional.empty() : Optional.of(Require.id("after", after)),
            length),
        after);
  }

  /** What is wrong with one is said of that one. */
  private Proposed proposed(Item item) {
    try {
      return readable(item);
    } catch (BadField e) {
      String why = e.getMessage() + "; " + e.mend();
      return new Proposed.Unreadable(family(item.family()), item.toString(), why);
    }
  }

  private static String family(String name) {
    return name == null || name.length() > Require.MAX_NAME ? NONE : Text.storable(name);
  }

  private Proposed readable(Item item) {
    String family = Require.text("family", item.family(), Require.MAX_NAME);
    if ((item.seed() == null) == (item.question() == null))
      throw new BadField(
          "seed", "neither or both of seed and question", "give levels and seed, or question");
    return item.seed() != null ? seeded(family, item) : worded(family, item);
  }

  private static Proposed seeded(String family, Item item) {
    String seed = Require.text("seed", item.seed(), Require.MAX_NAME);
    Map<String, Integer> levels = new HashMap<>();
    if (item.levels() != null) {
      Require.range("levels", item.levels().size(), 0, MAX_LEVELS);
      item.levels().forEach((control, level) -> levels.put(control(control), level(level)));
    }
    return new Proposed.Seeded(family, levels, seed);
  }

  private static String control(String name) {
    return Require.text("levels", name, Require.MAX_NAME);
  }

  private static int level(Integer level) {
    return Require.range("levels", level, 0, Integer.MAX_VALUE);
  }

  private Proposed worded(String family, Item item) {
    return new Proposed.Worded(
        family,
        Require.text("question", item.question(), limits.maxQuestion()),
        Require.text("answer", item.answer(), limits.maxQuestion()));
  }

  private static LearnabilityShape shape(String shape) {
    if (shape == null) return LearnabilityShape.R_ZERO;
    String word = shape.toLowerCase(Locale.ROOT);
    return Require.oneOf(LearnabilityShape.values(), ProposalsApi::name, "shape", word);
  }

  private static String name(LearnabilityShape shape) {
    return shape.name().toLowerCase(Locale.ROOT);
  }
}
