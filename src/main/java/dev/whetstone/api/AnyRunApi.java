package dev.whetstone.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;

/** Candidates by their tasks' handles alone: a reward function is given no run. */
@Path("/api/v1/candidates")
@Tag(name = "round")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class AnyRunApi {
  private final CandidatesApi candidates;

  AnyRunApi(CandidatesApi candidates) {
    this.candidates = candidates;
  }

  @POST
  @Operation(summary = "Send candidates for tasks of any runs; each gets its own result")
  public CandidatesApi.Rewards judge(
      @RestHeader("Idempotency-Key") String key, CandidatesApi.Batch batch) {
    return candidates.judgeAnywhere(key, batch);
  }
}
