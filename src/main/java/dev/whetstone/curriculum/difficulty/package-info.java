/**
 * How often will a cell be solved that nobody has tried? A model of levels and ability, learned
 * from the run's own lessons and trusted as far as it foretold later ones. Pure.
 */
package dev.whetstone.curriculum.difficulty;
