package dev.whetstone.model.wide;

/**
 * A sparse row: the places of its values in the hashed space, of which some may repeat.
 *
 * @param places from 0 to {@link LogisticRegression#SPACE}
 * @param values one of each place
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Features(int[] places, float[] values) {}
