/**
 * What to ask next: cells of (family, levels), what is known of each, what can be learned there,
 * and where the levels stand. Pure: the state is a fold over lessons in their order, and the same
 * lessons give the same bits.
 *
 * <p>{@code scheduler} turns what is known into shares, {@code file} reads the YAML of {@code
 * curricula/}, {@code bakeoff} compares schedulers on a simulated learner.
 */
package dev.whetstone.curriculum;
