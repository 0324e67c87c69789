package dev.whetstone.api;

import dev.whetstone.model.serve.ModelSettings;
import dev.whetstone.rollout.Leader;
import dev.whetstone.training.promotion.UnknownVerifier;
import dev.whetstone.training.retraining.Retrainer;
import dev.whetstone.training.retraining.Retraining;
import dev.whetstone.training.retraining.Retrainings;
import dev.whetstone.training.retraining.Work;
import io.agroal.api.AgroalDataSource;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** How far the server's own trainings of new versions are, and one that is asked for. */
@Path("/api/v1/verifiers/{verifier}/retraining")
@Tag(name = "verifiers")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class RetrainingApi {
  private static final int SHOWN = 20;
  private static final int LINES = 10;
  private static final int MAX_REASON = 2_000;

  private final AgroalDataSource database;
  private final ModelSettings model;
  private final Retrainer retrainer;
  private final Retrainings retrainings;

  RetrainingApi(AgroalDataSource database, ModelSettings model, Retrainer retrainer, Clock clock) {
    this.database = database;
    this.model = model;
    this.retrainer = retrainer;
    this.retrainings = new Retrainings(database, clock);
  }

  /**
   * @param working whether a process trains or measures a version now, whichever server began it
   * @param waiting what the next retraining waits for
   * @param retrainings the latest first
   */
  public record RetrainingList(
      String verifier, boolean working, String waiting, List<RetrainingView> retrainings) {}

  /**
   * @param start the version that it started from
   * @param failures how often its process ended with a fault, and began again
   * @param version that came of it: GET /api/v1/verifiers/{verifier}/versions tells what became of
   *     that
   * @param failure why none will
   * @param log its last lines, where the server shares the folder of models with its process
   */
  public record RetrainingView(
      UUID id,
      String reason,
      String start,
      Retraining.State state,
      int step,
      int steps,
      int failures,
      Instant begunAt,
      Instant changedAt,
      Optional<String> version,
      Optional<String> failure,
      List<String> log) {
    static RetrainingView from(Retraining retraining, List<String> log) {
      return new RetrainingView(
          retraining.id(),
          retraining.reason(),
          retraining.start(),
          retraining.state(),
          retraining.step(),
          retraining.steps(),
          retraining.failures(),
          retraining.begunAt(),
          retraining.changedAt(),
          retraining.version(),
          retraining.failure(),
          log);
    }
  }

  /**
   * @param reason for people, kept in the record
   */
  public record NewRetraining(String reason) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary =
          "Train a new version from what there is, scheduled or not; where one is at work, it is"
              + " that one")
  @APIResponse(
      responseCode = "202",
      description = "It begins at the server's next look (whetstone.promotion.every)",
      content = @Content(schema = @Schema(implementation = RetrainingView.class)))
  @APIResponse(
      responseCode = "200",
      description = "One is at work already",
      content = @Content(schema = @Schema(implementation = RetrainingView.class)))
  public RestResponse<RetrainingView> begin(@RestPath String verifier, NewRetraining wanted) {
    NewRetraining body = Bodies.required(wanted);
    String reason = Require.text("reason", body.reason(), MAX_REASON);
    Work work = work(verifier);
    Retrainer.Asked asked = retrainer.ask(reason);
    return RestResponse.status(
        asked.begun() ? RestResponse.Status.ACCEPTED : RestResponse.Status.OK,
        view(asked.retraining(), work));
  }

  @GET
  @Operation(
      summary = "What the server's own training of new versions is at, and what it waits for")
  public RetrainingList list(@RestPath String verifier) {
    Work work = work(verifier);
    return new RetrainingList(
        verifier,
        Leader.isThere(database, verifier),
        retrainer.waiting(),
        retrainings.list(verifier, SHOWN).stream().map(one -> view(one, work)).toList());
  }

  private Work work(String verifier) {
    if (!verifier.equals(model.stepVerifier())) throw new UnknownVerifier(verifier);
    return Work.of(model.folder(), verifier);
  }

  private static RetrainingView view(Retraining retraining, Work work) {
    return RetrainingView.from(retraining, work.tail(retraining.id(), LINES));
  }
}
