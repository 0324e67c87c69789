package dev.whetstone.training.simulation;

import java.util.OptionalDouble;

/**
 * What one round showed.
 *
 * @param rewarded answers that the verifier took for right
 * @param exploits those of them that are wrong
 * @param right answers that are right, of all
 * @param accuracy of the version that serves after the round, on held-out generated solutions
 * @param human the same on solutions that real people labelled; empty without any
 * @param version that serves after the round
 * @param labels made in the round
 * @param wrongLabels those of them that are not so
 * @param examined answers that were to be labelled
 * @param toPeople those of them that people read
 * @param calls of simulated analyses and checks
 */
public record Round(
    int answers,
    int rewarded,
    int exploits,
    int right,
    double accuracy,
    OptionalDouble human,
    int version,
    int labels,
    int wrongLabels,
    int examined,
    int toPeople,
    int calls) {}
