package dev.whetstone.model.fit;

/**
 * A labelled step and the network's logit for right.
 *
 * @param example index of its example
 * @param step index in the example
 */
public record Scored(int example, int step, double logit, double right) {}
