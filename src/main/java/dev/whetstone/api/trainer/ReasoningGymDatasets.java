package dev.whetstone.api.trainer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whetstone.api.BadField;
import dev.whetstone.api.Require;
import dev.whetstone.rollout.experiment.Dataset;
import dev.whetstone.rollout.experiment.Experiment;
import dev.whetstone.rollout.experiment.ExperimentLimits;
import dev.whetstone.rollout.experiment.Experiments.NewExperiment;
import dev.whetstone.task.TaskFamily;
import dev.whetstone.task.family.Families;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** reasoning-gym's datasets as ours, and back. */
@ApplicationScoped
class ReasoningGymDatasets {
  private static final int SIZE = 500;

  private final ObjectMapper mapper;
  private final ExperimentLimits limits;

  ReasoningGymDatasets(ObjectMapper mapper, ExperimentLimits limits) {
    this.mapper = mapper;
    this.limits = limits;
  }

  NewExperiment read(ReasoningGymApi.Composite sent) {
    int size =
        sent.size() == null ? SIZE : Require.range("size", sent.size(), 1, Integer.MAX_VALUE);
    Map<String, ReasoningGymApi.Dataset> all = sent.datasets() == null ? Map.of() : sent.datasets();
    Require.range("datasets", all.size(), 1, limits.maxDatasets());
    Optional<Long> seed = Optional.ofNullable(sent.seed());
    String salt = seed.map(ReasoningGymDatasets::salt).orElseGet(() -> UUID.randomUUID() + "");
    List<Dataset.Wanted> wanted = new ArrayList<>();
    all.forEach((name, dataset) -> wanted.add(wanted(name, dataset, salt)));
    return new NewExperiment(Require.text("name", sent.name(), 200), size, seed, salt, wanted);
  }

  /** Equal seeds are equal tasks, in whatever experiment. */
  private static String salt(long seed) {
    return "seed " + seed;
  }

  private Dataset.Wanted wanted(String name, ReasoningGymApi.Dataset sent, String salt) {
    if (sent == null) throw new BadField("datasets", name + " is null", "give an object");
    double weight = sent.weight() == null ? 1 : sent.weight();
    if (!(weight > 0 && weight <= 1e9))
      throw new BadField("weight", "the weight of " + name + " is " + weight, "give one above 0");
    return wanted(name, weight, sent.config() == null ? Map.of() : sent.config(), salt);
  }

  private Dataset.Wanted wanted(
      String name, double weight, Map<String, JsonNode> config, String salt) {
    TaskFamily family =
        Families.answered(name)
            .orElseThrow(
                () ->
                    new BadField(
                        "datasets",
                        "there is no such dataset",
                        "name some of "
                            + String.join(
                                ", ",
                                Families.answered().stream().map(TaskFamily::name).toList())));
    JsonNode seed = config.get("seed");
    boolean own = seed != null && seed.isIntegralNumber() && seed.canConvertToLong();
    if (seed != null && !seed.isNull() && !own)
      throw new BadField("seed", "the seed is no whole number", "give one");
    return new Dataset.Wanted(
        ReasoningGymConfig.read(family, weight, config),
        text(config),
        own ? salt(seed.longValue()) : salt);
  }

  /** The old dataset, with these parameters changed. */
  Dataset.Wanted changed(Dataset old, Map<String, JsonNode> changes) {
    Map<String, JsonNode> config = new LinkedHashMap<>(config(old));
    config.putAll(changes);
    return wanted(old.name(), old.range().weight(), config, old.salt());
  }

  ReasoningGymApi.Composite composite(Experiment experiment) {
    Map<String, ReasoningGymApi.Dataset> all = new LinkedHashMap<>();
    for (Dataset dataset : experiment.datasets())
      all.put(
          dataset.name(), new ReasoningGymApi.Dataset(dataset.range().weight(), config(dataset)));
    return new ReasoningGymApi.Composite(
        experiment.name(), experiment.size(), experiment.seed().orElse(null), all);
  }

  private String text(Map<String, JsonNode> config) {
    try {
      return mapper.writeValueAsString(config);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private Map<String, JsonNode> config(Dataset dataset) {
    try {
      return mapper.readValue(dataset.config(), new TypeReference<Map<String, JsonNode>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
