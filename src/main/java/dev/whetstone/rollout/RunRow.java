package dev.whetstone.rollout;

import dev.whetstone.task.Split;
import java.util.UUID;

/** What a round needs to know of its run. */
record RunRow(
    UUID id,
    String curriculum,
    String curriculumSource,
    int groupSize,
    Split split,
    String salt,
    StepCheck steps,
    long nextIndex,
    long lessons,
    boolean finished) {}
