package dev.whetstone.api;

import dev.whetstone.benchmark.label.Labelled.Provenance;
import dev.whetstone.benchmark.labelling.LabellingState;
import dev.whetstone.benchmark.labelling.Labellings;
import dev.whetstone.benchmark.labelling.ProofLabelling;
import dev.whetstone.benchmark.labelling.Submission;
import dev.whetstone.model.Derivation;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Proofs that are labelled without people, by many analyses and their checks. */
@Path("/api/v1/labellings")
@Tag(name = "proofs")
@APIResponse(
    responseCode = "503",
    description = "no-generative-verifier, overloaded, or the fault is ours")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class LabellingsApi {
  private static final int MAX_PAGE = 1_000;

  private final Labellings labellings;
  private final ProofReadings readings;
  private final ProofLimits limits;

  LabellingsApi(Labellings labellings, ProofReadings readings, ProofLimits limits) {
    this.labellings = labellings;
    this.readings = readings;
    this.limits = limits;
  }

  /**
   * A proof in steps, or in one text.
   *
   * @param proof cut into paragraphs if it has several, else into lines
   * @param generator who wrote it; may be left out
   * @param licence an SPDX expression; may be left out
   */
  public record NewLabelling(
      String problem, List<String> steps, String proof, String generator, String licence) {}

  /** A page of labellings, newest first, without their ledgers. */
  public record LabellingPage(List<ProofLabelling> labellings, int page) {}

  @POST
  @ResponseStatus(202)
  @APIResponseSchema(value = ProofLabelling.class, responseCode = "202")
  @APIResponse(responseCode = "422", description = "key-reused")
  @Operation(summary = "Have a proof labelled; it goes on by itself, whatever is restarted")
  public ProofLabelling submit(@RestHeader("Idempotency-Key") String key, NewLabelling wanted) {
    NewLabelling body = Bodies.required(wanted);
    Optional<String> requestKey = Require.key(key);
    Submission what =
        new Submission(
            derivation(body),
            Require.optionalName("generator", body.generator()).orElse("unknown"),
            Require.optionalName("licence", body.licence()).orElse(Provenance.NO_LICENCE));
    readings.requireJudges();
    return labellings.submit(what, requestKey);
  }

  @GET
  @APIResponseSchema(LabellingPage.class)
  @Operation(summary = "List the labellings, newest first; state as open, labelled, ...")
  public LabellingPage list(
      @RestQuery String state,
      @RestQuery @DefaultValue("0") String page,
      @RestQuery @DefaultValue("50") String size) {
    int number = (int) Require.number("page", page, 0, 1_000_000);
    int length = (int) Require.number("size", size, 1, MAX_PAGE);
    return new LabellingPage(labellings.page(state(state), number, length), number);
  }

  @GET
  @Path("/{labelling}")
  @APIResponseSchema(ProofLabelling.class)
  @APIResponse(responseCode = "404", description = "unknown-labelling")
  @Operation(summary = "Read a labelling with its whole ledger of votes")
  public ProofLabelling read(@RestPath String labelling) {
    UUID id = Require.id("labelling", labelling);
    return labellings
        .find(id)
        .orElseThrow(
            () -> new Unknown("labelling", id, "labelling", "begin with POST /api/v1/labellings"));
  }

  private Derivation derivation(NewLabelling body) {
    String problem = Require.text("problem", body.problem(), limits.maxCharacters());
    if (body.steps() != null && body.proof() != null)
      throw new BadField("proof", "both steps and proof", "give one of them");
    if (body.steps() != null)
      return ProofSteps.required("steps", new Derivation(problem, steps(body.steps())), limits);
    String proof = Require.text("proof", body.proof(), limits.maxCharacters());
    return ProofSteps.required("proof", readings.cut(problem, proof), limits);
  }

  private List<String> steps(List<String> steps) {
    List<String> clean = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++)
      clean.add(Require.text("steps[" + i + "]", steps.get(i), limits.maxCharacters()));
    return clean;
  }

  private static Optional<LabellingState> state(String state) {
    return Optional.ofNullable(state)
        .map(word -> Require.oneOf(LabellingState.values(), LabellingState::word, "state", word));
  }
}
