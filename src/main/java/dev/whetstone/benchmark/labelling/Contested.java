package dev.whetstone.benchmark.labelling;

import java.util.UUID;

/**
 * A proof that a person is to read.
 *
 * @param correctShare of its analyses, those that found no valid issue
 */
public record Contested(UUID id, Submission what, double correctShare) {}
