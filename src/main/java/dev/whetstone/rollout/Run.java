package dev.whetstone.rollout;

import dev.whetstone.task.Split;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One training job, isolated from every other.
 *
 * @param groupSize candidates that each task has places for
 * @param steps whether its candidates' steps are read
 * @param lessons closed groups that its curriculum has learned from
 */
public record Run(
    UUID id,
    String name,
    String curriculum,
    String curriculumHash,
    int groupSize,
    Split split,
    StepCheck steps,
    long tasks,
    long lessons,
    Instant createdAt,
    Optional<Instant> finishedAt) {}
