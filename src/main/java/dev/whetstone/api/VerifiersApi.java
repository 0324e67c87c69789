package dev.whetstone.api;

import dev.whetstone.model.serve.ModelSettings;
import dev.whetstone.model.serve.ModelView;
import dev.whetstone.model.serve.Models;
import dev.whetstone.rollout.Leader;
import dev.whetstone.training.promotion.History;
import dev.whetstone.training.promotion.History.Rollback;
import dev.whetstone.training.promotion.PromotionSettings;
import dev.whetstone.training.promotion.Version;
import io.agroal.api.AgroalDataSource;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The history of a hosted verifier's versions. */
@Path("/api/v1/verifiers/{verifier}")
@Tag(name = "verifiers")
@APIResponse(responseCode = "404", description = "unknown-verifier")
@APIResponse(responseCode = "503", description = "overloaded, or the fault is ours")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class VerifiersApi {
  private static final int MAX_REASON = 2_000;
  private static final String ASKED = "request";

  private final DataSource database;
  private final History history;
  private final Models models;
  private final ModelSettings model;
  private final PromotionSettings promotion;

  VerifiersApi(
      AgroalDataSource database,
      Models models,
      ModelSettings model,
      PromotionSettings promotion,
      Clock clock) {
    this.database = database;
    this.history = new History(database, clock);
    this.models = models;
    this.model = model;
    this.promotion = promotion;
  }

  /**
   * Every version that was ever seen, the first first.
   *
   * @param hosted the version that this server lets serve now
   * @param remark why the history does not decide that, or knows no version; what is measured now
   */
  public record VersionList(
      String verifier, Optional<String> hosted, Optional<String> remark, List<Version> versions) {}

  /**
   * @param reason for people, kept in the history
   * @param version that is to be rolled back; without it whichever serves. With it the request is
   *     safe to repeat
   */
  public record NewRollback(String reason, String version) {}

  @GET
  @Path("/versions")
  @APIResponseSchema(VersionList.class)
  @Operation(summary = "Why each version is or was served, or not, with the evidence")
  public VersionList versions(@RestPath String verifier) {
    List<Version> versions = known(name(verifier));
    return new VersionList(verifier, hosted(verifier), remark(verifier, versions), versions);
  }

  private List<Version> known(String verifier) {
    boolean unseen = isHosted(verifier) && history.known(verifier).isEmpty();
    return unseen ? List.of() : history.versions(verifier);
  }

  private boolean isHosted(String verifier) {
    return verifier.equals(model.stepVerifier());
  }

  private Optional<String> hosted(String verifier) {
    return models.views().stream()
        .filter(view -> view.name().equals(verifier) && view.state() == ModelView.State.SERVING)
        .map(ModelView::version)
        .findFirst();
  }

  private Optional<String> remark(String verifier, List<Version> versions) {
    if (!isHosted(verifier)) return Optional.of("another verifier serves here");
    if (model.stepVerifierVersion().isPresent())
      return Optional.of("whetstone.model.step-verifier-version says which version serves");
    if (!promotion.enabled())
      return Optional.of("whetstone.promotion.enabled is false: the newest version serves");
    if (versions.isEmpty()) return Optional.of("no version was seen in the folder of models");
    return history
        .candidate(verifier)
        .filter(candidate -> Leader.isThere(database, verifier))
        .map(candidate -> "%s@%s is being measured".formatted(verifier, candidate));
  }

  @POST
  @APIResponse(responseCode = "409", description = "not-rolled-back")
  @Path("/rollback")
  @APIResponseSchema(Rollback.class)
  @Operation(
      summary = "Let the version that served before serve again; replicas follow in a rescan")
  public Rollback rollBack(@RestPath String verifier, NewRollback wanted) {
    NewRollback body = Bodies.required(wanted);
    String reason = Require.text("reason", body.reason(), MAX_REASON);
    Optional<String> version = Require.optionalName("version", body.version());
    return history.rollBack(name(verifier), version, ASKED, reason);
  }

  private static String name(String verifier) {
    return Require.text("verifier", verifier, Require.MAX_NAME);
  }
}
