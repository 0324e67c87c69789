package dev.whetstone.api;

import dev.whetstone.rollout.Audit;
import dev.whetstone.rollout.CurriculumView;
import dev.whetstone.rollout.Outcome;
import dev.whetstone.rollout.Outcomes;
import dev.whetstone.rollout.Progress;
import dev.whetstone.rollout.RolloutLimits;
import dev.whetstone.rollout.Run;
import dev.whetstone.rollout.Runs;
import dev.whetstone.rollout.StepCheck;
import dev.whetstone.task.Split;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Runs: one is one training job, isolated from every other. */
@Path("/api/v1/runs")
@Tag(name = "runs")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class RunsApi {
  private static final int MAX_PAGE = 1_000;

  private final Runs runs;
  private final Progress progress;
  private final Outcomes outcomes;
  private final Audit audit;
  private final RolloutLimits limits;

  RunsApi(Runs runs, Progress progress, Outcomes outcomes, Audit audit, RolloutLimits limits) {
    this.runs = runs;
    this.progress = progress;
    this.outcomes = outcomes;
    this.audit = audit;
    this.limits = limits;
  }

  /**
   * @param split train (default) or evaluation: their questions never meet
   * @param seed makes the run's tasks repeatable, and known to whoever knows it
   * @param steps none (default) or read: candidates then have their steps read by the learned
   *     verifier, which costs time and never moves a reward
   */
  public record NewRun(
      String name, String curriculum, Integer groupSize, String split, String seed, String steps) {}

  /** A page of runs, newest first. */
  public record RunPage(List<Run> runs, int page) {}

  /** A page of outcomes; {@code next} is the {@code after} to go on with. */
  public record OutcomePage(List<Outcome> outcomes, long next) {}

  @POST
  @ResponseStatus(201)
  @Operation(summary = "Create a run")
  public Run create(NewRun wanted) {
    NewRun body = Bodies.required(wanted);
    return runs.create(
        new Runs.NewRun(
            Require.text("name", body.name(), Require.MAX_NAME),
            Require.text("curriculum", body.curriculum(), Require.MAX_NAME),
            Require.range("group_size", body.groupSize(), 1, limits.maxGroupSize()),
            split(body.split()),
            Require.optionalName("seed", body.seed()),
            steps(body.steps())));
  }

  @GET
  @Operation(summary = "List the runs, newest first")
  public RunPage list(
      @RestQuery @DefaultValue("0") String page, @RestQuery @DefaultValue("50") String size) {
    int number = (int) Require.number("page", page, 0, 1_000_000);
    int length = (int) Require.number("size", size, 1, MAX_PAGE);
    return new RunPage(runs.page(number, length), number);
  }

  @GET
  @Path("/{run}")
  @Operation(summary = "Read a run")
  public Run read(@RestPath String run) {
    return runs.known(id(run));
  }

  @POST
  @Path("/{run}/finish")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "Finish a run: no more tasks, no more candidates; its record stays")
  public Run finish(@RestPath String run) {
    return runs.finish(id(run));
  }

  @GET
  @Path("/{run}/curriculum")
  @Operation(summary = "Where the run's curriculum stands, and why")
  public CurriculumView curriculum(@RestPath String run) {
    return progress.of(id(run));
  }

  @GET
  @Path("/{run}/outcomes")
  @Operation(summary = "The run's outcomes, in the order of their numbers")
  public OutcomePage outcomes(
      @RestPath String run,
      @RestQuery @DefaultValue("0") String after,
      @RestQuery @DefaultValue("100") String limit) {
    long from = Require.number("after", after, 0, Long.MAX_VALUE);
    int length = (int) Require.number("limit", limit, 1, MAX_PAGE);
    List<Outcome> page = outcomes.page(id(run), from, length);
    return new OutcomePage(page, page.isEmpty() ? from : page.getLast().id());
  }

  @GET
  @Path("/{run}/audit")
  @Operation(summary = "Compute the run again from its record: every reward, and the curriculum")
  public Audit.Report audit(@RestPath String run) {
    UUID id = id(run);
    runs.known(id);
    return audit.of(id);
  }

  private static UUID id(String run) {
    return Require.id("run", run);
  }

  private static StepCheck steps(String steps) {
    if (steps == null) return StepCheck.NONE;
    return switch (steps.toLowerCase(Locale.ROOT)) {
      case "none" -> StepCheck.NONE;
      case "read" -> StepCheck.READ;
      default -> throw new BadField("steps", "there is no such choice of steps", "none or read");
    };
  }

  private static Split split(String split) {
    if (split == null) return Split.TRAIN;
    return switch (split.toLowerCase(Locale.ROOT)) {
      case "train" -> Split.TRAIN;
      case "evaluation" -> Split.EVALUATION;
      default -> throw new BadField("split", "there is no such split", "train or evaluation");
    };
  }
}
