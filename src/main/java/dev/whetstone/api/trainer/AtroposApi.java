package dev.whetstone.api.trainer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.api.BadField;
import dev.whetstone.api.Bodies;
import dev.whetstone.api.Require;
import dev.whetstone.api.Unavailable;
import dev.whetstone.rollout.trajectory.Sent;
import dev.whetstone.rollout.trajectory.Trainer;
import dev.whetstone.rollout.trajectory.Trajectories;
import dev.whetstone.rollout.trajectory.TrajectoryLimits;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Atropos' server: environments send scored groups, and one trainer fetches them in batches. */
@Path("/atropos")
@Tag(name = "trainers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class AtroposApi {
  private final Trajectories trajectories;
  private final AtroposGroups groups;
  private final TrajectoryLimits limits;

  AtroposApi(Trajectories trajectories, AtroposGroups groups, TrajectoryLimits limits) {
    this.trajectories = trajectories;
    this.groups = groups;
    this.limits = limits;
  }

  /** Its own form of an error. */
  @Singleton
  static final class Form extends DetailForm {
    Form() {
      super("/atropos");
    }
  }

  @GET
  @Operation(summary = "That this is Atropos' interface")
  public Map<String, String> root() {
    return Map.of("message", "AtroposLib API");
  }

  @POST
  @Path("/register")
  @Operation(summary = "Register the trainer")
  public Atropos.Requester register(Atropos.Registration sent) {
    Atropos.Registration wanted = Bodies.required(sent);
    trajectories.register(
        new Trainer(
            Atropos.text("wandb_group", wanted.wandbGroup()),
            Atropos.text("wandb_project", wanted.wandbProject()),
            Require.range("batch_size", wanted.batchSize(), 1, Integer.MAX_VALUE),
            Require.range("max_token_len", wanted.maxTokenLen(), 1, Integer.MAX_VALUE),
            Atropos.text("checkpoint_dir", wanted.checkpointDir()),
            wanted.saveCheckpointInterval(),
            wanted.numSteps(),
            wanted.startingStep(),
            false));
    UUID id = UUID.randomUUID();
    return new Atropos.Requester(new BigInteger(id.toString().replace("-", ""), 16));
  }

  @POST
  @Path("/register-env")
  @Operation(summary = "Register an environment, once the trainer has asked for a batch")
  public Atropos.Registered registerEnvironment(Atropos.NewEnvironment sent) {
    Atropos.NewEnvironment wanted = Bodies.required(sent);
    double weight = wanted.weight() == null ? 1 : wanted.weight();
    double allocation = wanted.minBatchAllocation() == null ? 0 : wanted.minBatchAllocation();
    if (!Double.isFinite(weight)) throw new BadField("weight", "no weight", "give a number");
    if (!(allocation >= 0 && allocation <= 1))
      throw new BadField(
          "min_batch_allocation", "min_batch_allocation is " + allocation, "give 0 to 1");
    return trajectories
        .register(
            new Trajectories.NewEnvironment(
                Require.text("desired_name", wanted.desiredName(), 200),
                Require.range("max_token_length", wanted.maxTokenLength(), 1, Integer.MAX_VALUE),
                weight,
                Require.range("group_size", wanted.groupSize(), 1, limits.maxSequences()),
                Optional.ofNullable(wanted.minBatchAllocation())))
        .map(Atropos.Registered::of)
        .orElseGet(Atropos.Registered::later);
  }

  @POST
  @Path("/disconnect-env")
  @Operation(summary = "Say that an environment sends no more")
  public Map<String, String> disconnect(Atropos.EnvironmentId sent) {
    int id = Bodies.required(sent).envId();
    return trajectories.disconnect(id)
        ? Map.of("status", "success")
        : Map.of("status", "failure", "error", "there is no environment " + id);
  }

  @POST
  @Path("/scored_data")
  @Operation(summary = "Send a scored group")
  public Atropos.Taken scoredData(JsonNode sent) {
    Trajectories.Taken taken = take(List.of(groups.read(Bodies.required(sent)))).getFirst();
    return taken.buffered()
        ? new Atropos.Taken("buffered", taken.bufferSize(), null, null)
        : new Atropos.Taken("received", null, null, null);
  }

  @POST
  @Path("/scored_data_list")
  @Operation(summary = "Send several scored groups, all or none of which are taken")
  public Atropos.Taken scoredDataList(List<JsonNode> sent) {
    List<Trajectories.Taken> taken = take(groups.readAll(Bodies.required(sent)));
    int buffered = (int) taken.stream().filter(Trajectories.Taken::buffered).count();
    return new Atropos.Taken("received", null, taken.size(), buffered == 0 ? null : buffered);
  }

  /** Environments try again where it is our fault, and drop the group where it is theirs. */
  private List<Trajectories.Taken> take(List<Sent> sent) {
    return trajectories
        .take(sent)
        .orElseThrow(() -> new Unavailable("no trainer is registered to send to"));
  }

  @GET
  @Path("/batch")
  @Operation(summary = "Fetch the next batch; null while too few groups wait")
  @APIResponseSchema(Atropos.Batch.class)
  public Object batch() {
    try {
      List<Long> groups = trajectories.fetch();
      if (groups.isEmpty()) return new Atropos.Batch(null, null, null);
      return (StreamingOutput) out -> write(groups, out);
    } catch (Trajectories.NoTrainer e) {
      return new Atropos.Batch("error", e.getMessage(), List.of());
    }
  }

  /** One after another, for all of them may be larger than the memory. */
  private void write(List<Long> groups, OutputStream out) throws IOException {
    String before = "{\"batch\":[";
    for (Long group : groups) {
      out.write((before + trajectories.data(group)).getBytes(StandardCharsets.UTF_8));
      before = ",";
    }
    out.write("]}".getBytes(StandardCharsets.UTF_8));
  }

  @GET
  @Path("/status")
  @Operation(summary = "The trainer's step, and how many groups wait")
  public Atropos.Status status() {
    return trajectories.status().map(Atropos.Status::of).orElseGet(() -> new Atropos.Status(0, 0));
  }

  @GET
  @Path("/status-env")
  @Operation(summary = "How an environment stands among the others; its id comes in the body")
  public Atropos.Share statusEnvironment(Atropos.EnvironmentId sent) {
    return trajectories
        .share(Bodies.required(sent).envId())
        .map(Atropos.Share::of)
        .orElseThrow(
            () ->
                new BadField(
                    "env_id", "there is no such environment", "register it, and give its id"));
  }

  @GET
  @Path("/info")
  @Operation(summary = "How large the trainer's batches and its sequences are; -1 without one")
  public Atropos.Info info() {
    return trajectories
        .trainer()
        .map(trainer -> new Atropos.Info(trainer.batchSize(), trainer.maxTokenLen()))
        .orElseGet(() -> new Atropos.Info(-1, -1));
  }

  @GET
  @Path("/wandb_info")
  @Operation(summary = "Where the trainer logs")
  public Atropos.Wandb wandb() {
    return trajectories
        .trainer()
        .map(trainer -> new Atropos.Wandb(trainer.wandbGroup(), trainer.wandbProject(), null))
        .orElseGet(() -> new Atropos.Wandb(null, null, null));
  }

  @GET
  @Path("/latest_example")
  @Operation(summary = "The group that came last")
  public String latest() {
    return trajectories.latest().orElse(AtroposGroups.NONE);
  }

  @GET
  @Path("/reset_data")
  @Produces(MediaType.TEXT_PLAIN)
  @Operation(summary = "Forget the trainer, its environments and all groups")
  public String reset() {
    trajectories.clear();
    return "Reset successful";
  }
}
