package dev.whetstone.api.trainer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.whetstone.api.Require;
import dev.whetstone.rollout.trajectory.Trajectories;
import java.math.BigInteger;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What Atropos' clients send and read. */
final class Atropos {
  private static final int MAX_TEXT = 1_000;

  private Atropos() {}

  static String text(String field, String value) {
    return value == null ? "" : Require.anyText(field, value, MAX_TEXT);
  }

  /** A trainer. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  @Schema(name = "AtroposRegistration")
  record Registration(
      String wandbGroup,
      String wandbProject,
      Integer batchSize,
      Integer maxTokenLen,
      String checkpointDir,
      int saveCheckpointInterval,
      int startingStep,
      int numSteps) {}

  /**
   * @param uuid of 128 bits
   */
  @Schema(name = "AtroposRequester")
  record Requester(BigInteger uuid) {}

  /** An environment. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  @Schema(name = "AtroposEnvironment")
  record NewEnvironment(
      Integer maxTokenLength,
      String desiredName,
      Double weight,
      Integer groupSize,
      Double minBatchAllocation) {}

  /** Which environment. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  @Schema(name = "AtroposEnvironmentId")
  record EnvironmentId(int envId) {}

  /** Where an environment's work begins, or that it is to ask again. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "AtroposRegistered")
  record Registered(
      String status,
      Integer envId,
      String wandbName,
      String checkpointDir,
      Integer startingStep,
      Integer checkpointInterval,
      Integer numSteps) {
    static Registered of(Trajectories.Registered registered) {
      return new Registered(
          "success",
          registered.actor().id(),
          registered.actor().name(),
          registered.trainer().checkpointDir(),
          registered.trainer().step(),
          registered.trainer().saveCheckpointInterval(),
          registered.trainer().numSteps());
    }

    static Registered later() {
      return new Registered("wait for trainer to start", null, null, null, null, null, null);
    }
  }

  /** What became of groups. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "AtroposTaken")
  record Taken(String status, Integer bufferSize, Integer groupsProcessed, Integer buffered) {}

  /**
   * @param batch groups as they were sent; null while too few wait
   */
  @Schema(name = "AtroposBatch")
  record Batch(
      @JsonInclude(JsonInclude.Include.NON_NULL) String status,
      @JsonInclude(JsonInclude.Include.NON_NULL) String message,
      List<?> batch) {}

  /** How far the trainer is. */
  @Schema(name = "AtroposStatus")
  record Status(int currentStep, int queueSize) {
    static Status of(Trajectories.Status status) {
      return new Status(status.trainer().step(), status.queueSize());
    }
  }

  /** How an environment stands. */
  @Schema(name = "AtroposShare")
  record Share(
      int currentStep,
      int queueSize,
      double unallocatedFraction,
      int selfQueueSize,
      int maxGroupSize,
      double envWeight) {
    static Share of(dev.whetstone.rollout.trajectory.Share share) {
      return new Share(
          share.step(),
          share.queueSize(),
          share.unallocatedFraction(),
          share.selfQueueSize(),
          share.maxGroupSize(),
          share.environmentWeight());
    }
  }

  /** What the trainer takes. */
  @Schema(name = "AtroposInfo")
  record Info(int batchSize, int maxTokenLen) {}

  /**
   * @param zmqPort null: logs are not gathered here
   */
  @Schema(name = "AtroposWandb")
  record Wandb(String group, String project, Integer zmqPort) {}
}
