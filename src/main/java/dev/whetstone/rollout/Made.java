package dev.whetstone.rollout;

import dev.whetstone.task.Task;

/** An offer with its task, made from the identity and never stored. */
public record Made(Offer offer, Task task) {}
