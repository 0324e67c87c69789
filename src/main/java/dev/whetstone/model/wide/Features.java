package dev.whetstone.model.wide;

/**
 * A sparse row: the places of its values in the hashed space, of which some may repeat.
 *
 * @param places of what can be seen on the surface, from 0 to {@link LogisticRegression#SURFACE}
 * @param values one of each place
 * @param marks the places that say whether the step's template, and each key note on it, are known:
 *     first {@code StepNotes.TEMPLATE_MARKS} of the template; none where nothing is noted
 * @param notes the places of what is noted of a step of this template, each of value 1
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Features(int[] places, float[] values, int[] marks, int[] notes) {}
