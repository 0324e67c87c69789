package dev.whetstone.benchmark.review;

import java.util.UUID;

/**
 * That a rater's vote is kept; the same for gold as for any other item.
 *
 * @param answered how many items the rater has answered
 */
public record Receipt(UUID item, String rater, long answered) {}
