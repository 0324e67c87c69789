package dev.whetstone.api;

import dev.whetstone.benchmark.label.Labelled.Provenance;
import dev.whetstone.benchmark.refinement.Assignment;
import dev.whetstone.benchmark.refinement.BestOfN;
import dev.whetstone.benchmark.refinement.Course;
import dev.whetstone.benchmark.refinement.Plan;
import dev.whetstone.benchmark.refinement.Refinement;
import dev.whetstone.benchmark.refinement.RefinementLimits;
import dev.whetstone.benchmark.refinement.Refinements;
import dev.whetstone.benchmark.refinement.Until;
import dev.whetstone.verify.proof.ProofLimits;
import dev.whetstone.verify.proof.ProofReadings;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Problems that are worked on in rounds: attempt, critique, next attempt. */
@Path("/api/v1/refinements")
@Tag(name = "proofs")
@APIResponse(
    responseCode = "503",
    description = "no-generative-verifier, overloaded, or the fault is ours")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class RefinementsApi {
  private static final int MAX_PAGE = 100;
  private static final int USUAL_ROUNDS = 8;
  private static final int USUAL_ANALYSES = 4;

  private final Refinements refinements;
  private final ProofReadings readings;
  private final ProofLimits limits;
  private final RefinementLimits bounds;

  RefinementsApi(
      Refinements refinements,
      ProofReadings readings,
      ProofLimits limits,
      RefinementLimits bounds) {
    this.refinements = refinements;
    this.readings = readings;
    this.limits = limits;
    this.bounds = bounds;
  }

  /**
   * A problem, and how it is worked on; all but the problem may be left out.
   *
   * @param name of what it belongs to, for best@N
   * @param course threads (usual) or search
   * @param until verified (usual) or self
   * @param width attempts of the first round, 1 usually
   * @param rounds at most, 8 usually
   * @param parents of a search: how many solutions are refined in a round, as many as width usually
   * @param asksPerParent of a search: how often each, once usually
   * @param analysesPerAsk that are handed back with a solution, 4 usually
   * @param refiner whether the server's own refiner answers all but the first round
   * @param generator who writes the attempts
   * @param licence an SPDX expression
   */
  public record NewRefinement(
      String problem,
      String name,
      String course,
      String until,
      Integer width,
      Integer rounds,
      Integer parents,
      Integer asksPerParent,
      Integer analysesPerAsk,
      Boolean refiner,
      String generator,
      String licence) {}

  /** A response in the format of a generator: solution and own evaluation. */
  public record NewAttempt(Integer number, String response) {}

  /** A page of refinements, newest first, without problems, asks and attempts. */
  public record RefinementPage(List<Refinement> refinements, int page) {}

  @POST
  @ResponseStatus(201)
  @APIResponseSchema(value = Refinement.class, responseCode = "201")
  @APIResponse(responseCode = "422", description = "key-reused")
  @Operation(summary = "Work on a problem in rounds; the answer says which attempts are asked for")
  public Refinement begin(@RestHeader("Idempotency-Key") String key, NewRefinement wanted) {
    NewRefinement body = Bodies.required(wanted);
    Optional<String> requestKey = Require.key(key);
    Assignment what =
        new Assignment(
            text("name", body.name(), "unnamed"),
            Require.text("problem", body.problem(), limits.maxCharacters()),
            text("generator", body.generator(), "unknown"),
            text("licence", body.licence(), Provenance.NO_LICENCE),
            plan(body));
    readings.requireJudges();
    return refinements.submit(what, requestKey);
  }

  @POST
  @Path("/{refinement}/attempts")
  @APIResponseSchema(Refinement.class)
  @APIResponse(responseCode = "404", description = "unknown-refinement")
  @APIResponse(responseCode = "409", description = "answered-before or not-asked")
  @Operation(summary = "Answer an ask; the same answer again changes nothing")
  public Refinement attempt(@RestPath String refinement, NewAttempt attempt) {
    NewAttempt body = Bodies.required(attempt);
    int number = Require.range("number", body.number(), 0, Integer.MAX_VALUE);
    String response = Require.anyText("response", body.response(), Integer.MAX_VALUE);
    return refinements.attempt(
        Require.id("refinement", refinement), number, response, readings.proof(response));
  }

  @GET
  @Path("/{refinement}")
  @APIResponseSchema(Refinement.class)
  @APIResponse(responseCode = "404", description = "unknown-refinement")
  @Operation(summary = "Read how it stands: asks with their critique, all attempts, the best")
  public Refinement read(@RestPath String refinement) {
    UUID id = Require.id("refinement", refinement);
    return refinements
        .find(id)
        .orElseThrow(
            () ->
                new Unknown("refinement", id, "refinement", "begin with POST /api/v1/refinements"));
  }

  @GET
  @APIResponseSchema(RefinementPage.class)
  @Operation(summary = "List the refinements, newest first; of one name, or of all")
  public RefinementPage list(
      @RestQuery String name,
      @RestQuery @DefaultValue("0") String page,
      @RestQuery @DefaultValue("20") String size) {
    int number = (int) Require.number("page", page, 0, 1_000_000);
    int length = (int) Require.number("size", size, 1, MAX_PAGE);
    Optional<String> of = Require.optionalName("name", name);
    return new RefinementPage(refinements.page(of, number, length), number);
  }

  @GET
  @Path("/best-of-n")
  @APIResponseSchema(BestOfN.class)
  @Operation(summary = "Best@N over the threads of all ended refinements of a name, by rounds")
  public BestOfN bestOfN(@RestQuery String name) {
    return refinements.bestOfN(Require.text("name", name, Require.MAX_NAME));
  }

  private Plan plan(NewRefinement body) {
    int most = bounds.maxAttempts();
    int width = number("width", body.width(), 1, most);
    Plan plan =
        new Plan(
            word("course", body.course(), Course.THREADS, Course.values(), Course::word),
            word("until", body.until(), Until.VERIFIED, Until.values(), Until::word),
            width,
            number("rounds", body.rounds(), USUAL_ROUNDS, bounds.maxRounds()),
            number("parents", body.parents(), width, most),
            number("asks_per_parent", body.asksPerParent(), 1, most),
            number("analyses_per_ask", body.analysesPerAsk(), USUAL_ANALYSES, most),
            Boolean.TRUE.equals(body.refiner()));
    if (plan.attempts() > most)
      throw new BadField(
          "width",
          "the plan asks for up to " + plan.attempts() + " attempts",
          "plan at most " + most + ": fewer rounds, a smaller width, or fewer parents");
    return plan;
  }

  private static int number(String field, Integer value, int usual, int most) {
    return value == null ? Math.min(usual, most) : Require.range(field, value, 1, most);
  }

  private static String text(String field, String value, String usual) {
    return Require.optionalName(field, value).orElse(usual);
  }

  private static <T> T word(
      String field, String word, T usual, T[] all, Function<T, String> words) {
    return word == null ? usual : Require.oneOf(all, words, field, word);
  }
}
