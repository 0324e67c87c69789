package dev.whetstone.api.trainer;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.api.BadField;
import dev.whetstone.api.Bodies;
import dev.whetstone.rollout.experiment.Experiment;
import dev.whetstone.rollout.experiment.Experiments;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** reasoning-gym's service: mixtures of datasets, asked by index and scored by entry. */
@Path("/reasoning-gym")
@Tag(name = "trainers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class ReasoningGymApi {
  private final Experiments experiments;
  private final ReasoningGymEntries entries;
  private final ReasoningGymDatasets datasets;

  ReasoningGymApi(
      Experiments experiments, ReasoningGymEntries entries, ReasoningGymDatasets datasets) {
    this.experiments = experiments;
    this.entries = entries;
    this.datasets = datasets;
  }

  /** Its own form of an error. */
  @Singleton
  static final class Form extends DetailForm {
    Form() {
      super("/reasoning-gym");
    }
  }

  /**
   * @param weight of this dataset in the mixture
   * @param config its parameters
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  @Schema(name = "ReasoningGymDataset")
  public record Dataset(Double weight, Map<String, JsonNode> config) {}

  /** An experiment, asked for and answered. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  @Schema(name = "ReasoningGymExperiment")
  public record Composite(String name, Integer size, Long seed, Map<String, Dataset> datasets) {}

  /** Its parameters that change; the others stay. */
  @Schema(name = "ReasoningGymUpdate")
  public record Update(Map<String, JsonNode> config) {}

  /** All names. */
  @Schema(name = "ReasoningGymExperiments")
  public record Names(List<String> experiments) {}

  /** A question of an experiment, never its answer. */
  @Schema(name = "ReasoningGymEntry")
  public record Entry(String question, String entryId, Map<String, ?> metadata) {}

  /** Entries in the order of their indices. */
  @Schema(name = "ReasoningGymBatch")
  public record Batch(List<Entry> entries) {}

  /**
   * @param answers each with its entry_id and the answer, which may be null
   */
  @Schema(name = "ReasoningGymAnswers")
  public record Answers(@JsonAlias("scores") List<JsonNode> answers) {}

  /** In the order of the answers. */
  @Schema(name = "ReasoningGymScores")
  public record Scores(List<Double> scores, List<String> entryIds) {}

  @GET
  @Path("/health")
  @Operation(summary = "Whether reasoning-gym's clients are served")
  public Map<String, String> health() {
    return Map.of("status", "healthy");
  }

  @GET
  @Path("/experiments")
  @Operation(summary = "The names of all experiments")
  public Names list() {
    return new Names(experiments.names());
  }

  @POST
  @Path("/experiments")
  @Operation(summary = "Create an experiment, or begin one anew")
  public Composite create(Composite wanted) {
    Bodies.required(wanted);
    return datasets.composite(experiments.create(datasets.read(wanted)));
  }

  @DELETE
  @Path("/experiments/{name}")
  @Operation(summary = "Delete an experiment with all its versions")
  public Map<String, String> delete(@RestPath String name) {
    experiments.delete(name);
    return Map.of("status", "deleted");
  }

  @GET
  @Path("/experiments/{name}/batch")
  @Operation(summary = "Entries of an experiment, by index")
  public Batch batch(
      @RestPath String name,
      @RestQuery("base_index") @DefaultValue("0") String baseIndex,
      @RestQuery("batch_size") String batchSize) {
    Experiment experiment = experiments.named(name);
    if (batchSize == null) throw new BadField("batch_size", "batch_size is missing", "give it");
    return new Batch(entries.batch(experiment, baseIndex, batchSize));
  }

  @POST
  @Path("/experiments/{name}/score")
  @Operation(summary = "Score answers to entries of an experiment")
  public Scores score(@RestPath String name, Answers answers) {
    Experiment experiment = experiments.named(name);
    return entries.score(experiment, Bodies.required(answers).answers());
  }

  @GET
  @Path("/experiments/{name}/composite")
  @Operation(summary = "An experiment's datasets as they are now")
  public Composite read(@RestPath String name) {
    return datasets.composite(experiments.named(name));
  }

  @POST
  @Path("/experiments/{name}/composite/{dataset}")
  @Operation(summary = "Change a dataset of an experiment, for instance its difficulty")
  public Map<String, String> update(
      @RestPath String name, @RestPath String dataset, Update update) {
    Map<String, JsonNode> config = Bodies.required(update).config();
    if (config == null) throw new BadField("config", "config is missing", "give an object");
    experiments.update(name, dataset, old -> datasets.changed(old, config));
    return Map.of("status", "updated");
  }
}
