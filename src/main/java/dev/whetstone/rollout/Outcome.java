package dev.whetstone.rollout;

import dev.whetstone.task.Grade;
import dev.whetstone.task.Split;
import dev.whetstone.verify.StepVerdict;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One judged candidate, with all that its reward can be computed from again: what the task is made
 * from, the candidate, the verdict, the versions.
 *
 * @param id grows with time; the place to go on reading from
 * @param candidate the text as judged, while it is kept
 * @param candidateHash SHA-256 of that text in UTF-8, hexadecimal
 * @param probability with which the curriculum chose the task's cell
 * @param verifier of the grade
 * @param steps what was said of the steps, and by which model; empty where the run does not ask
 * @param sound whether a right answer was come to by right steps; empty where that is not known
 * @param verifyMicros time that the grade took, in microseconds
 */
public record Outcome(
    long id,
    UUID run,
    TaskHandle task,
    int place,
    String family,
    String familyVersion,
    String levels,
    Split split,
    long taskIndex,
    double probability,
    Optional<String> candidate,
    String candidateHash,
    Grade grade,
    double reward,
    Map<String, Double> components,
    double errorProbability,
    String verifier,
    Optional<StepVerdict> steps,
    Optional<Boolean> sound,
    String formula,
    Instant receivedAt,
    int verifyMicros) {}
