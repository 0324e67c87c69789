package dev.whetstone.api.trainer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.whetstone.api.BadField;
import dev.whetstone.api.ToolView;
import dev.whetstone.rollout.Environments;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The Open Reward Standard's listing of environments, splits and tasks, which OpenEnv shares. */
@Path("/ors")
@Tag(name = "trainers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class OrsTasksApi {
  private final Environments environments;
  private final Sessions sessions;

  OrsTasksApi(Environments environments, Sessions sessions) {
    this.environments = environments;
    this.sessions = sessions;
  }

  @Schema(name = "OrsSplit")
  public record SplitView(String name, String type) {}

  /** A split, and what is wanted of it. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  @Schema(name = "OrsWanted")
  public record Wanted(String split, Integer index, Integer start, Integer stop) {}

  @Schema(name = "OrsTasks")
  public record Tasks(List<Sessions.Listed> tasks, String envName) {}

  @Schema(name = "OrsTask")
  public record OneTask(Sessions.Listed task, String envName) {}

  @Schema(name = "OrsNumTasks")
  public record NumTasks(int numTasks) {}

  @Schema(name = "OrsTools")
  public record ToolViews(List<ToolView> tools) {}

  @GET
  @Path("/list_environments")
  @Operation(summary = "Environments, for ORS: the curricula, by name")
  public List<String> listEnvironments() {
    return environments.names();
  }

  @GET
  @Path("/{env}/list_environments")
  @Operation(summary = "The one environment of a base URL that names it")
  public List<String> listEnvironments(@RestPath String env) {
    environments.splits(env);
    return List.of(env);
  }

  @GET
  @Path("/{env}/splits")
  @Operation(summary = "Splits, for ORS: train, and test, which teaches the curriculum nothing")
  public List<SplitView> splits(@RestPath String env) {
    return sessions.splits(env).stream().map(name -> new SplitView(name, name)).toList();
  }

  @POST
  @Path("/{env}/tasks")
  @Operation(summary = "All listed tasks of a split, for ORS")
  public Tasks tasks(@RestPath String env, Wanted wanted) {
    return new Tasks(sessions.tasks(env, split(wanted)), env);
  }

  @POST
  @Path("/{env}/num_tasks")
  @Operation(summary = "How many tasks a split lists, for ORS")
  public NumTasks numTasks(@RestPath String env, Wanted wanted) {
    return new NumTasks(sessions.size(env, split(wanted)));
  }

  @POST
  @Path("/{env}/task")
  @Operation(summary = "One listed task, for ORS")
  public OneTask task(@RestPath String env, Wanted wanted) {
    return new OneTask(sessions.task(env, split(wanted), wanted.index()), env);
  }

  @POST
  @Path("/{env}/task_range")
  @Operation(summary = "Listed tasks from start to before stop, as Python slices, for ORS")
  public Tasks taskRange(@RestPath String env, Wanted wanted) {
    return new Tasks(sessions.tasks(env, split(wanted), wanted.start(), wanted.stop()), env);
  }

  @GET
  @Path("/{env}/tools")
  @Operation(summary = "What players may call in some of an environment's tasks, for ORS")
  public ToolViews tools(@RestPath String env) {
    return new ToolViews(ToolView.all(environments.tools(env)));
  }

  private static String split(Wanted wanted) {
    if (wanted == null || wanted.split() == null)
      throw new BadField("split", "split is missing", "name a split of the environment");
    return wanted.split();
  }
}
