package dev.whetstone.benchmark.report;

import java.util.Optional;

/**
 * A verifier's headline on one set.
 *
 * @param sha256 of the set's items: only the same ones are comparable
 * @param firstErrorAccuracy share of solutions whose first error, or none, was told exactly
 */
public record SetMeasures(
    String set,
    String sha256,
    Optional<Double> f1,
    Optional<Double> firstErrorAccuracy,
    Optional<Double> stepAuc) {}
