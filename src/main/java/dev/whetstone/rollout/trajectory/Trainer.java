package dev.whetstone.rollout.trajectory;

/**
 * Who fetches the batches.
 *
 * @param batchSize sequences of a batch
 * @param step batches formed, and where it began
 * @param started whether it has asked for a batch
 */
public record Trainer(
    String wandbGroup,
    String wandbProject,
    int batchSize,
    int maxTokenLen,
    String checkpointDir,
    int saveCheckpointInterval,
    int numSteps,
    int step,
    boolean started) {}
