/**
 * What a proof is worth, said by many analyses of one verifier and the checks of a second, without
 * people; DeepSeekMath-V2 (Shao et al. 2025), section 2.3.
 *
 * <pre>
 * labelling   which label do these votes give
 * expected    how often does a verifier of known rates give which label
 * sequential  when are enough votes cast
 * blindspot   how many flaws would no number of votes find
 * posterior   how probable is a label, given raters of unequal worth
 * agreement   how much do raters agree beyond chance
 * </pre>
 */
package dev.whetstone.verify.labelling;
