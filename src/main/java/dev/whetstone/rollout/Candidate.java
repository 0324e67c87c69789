package dev.whetstone.rollout;

/**
 * One completion for a task that was handed out.
 *
 * @param task as it was handed out
 * @param itemKey names this item among the task's candidates, so that a repeat is known; null where
 *     every candidate is a new one
 */
public record Candidate(TaskHandle task, String completion, String itemKey) {}
