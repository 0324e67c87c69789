/** Mixtures of datasets that are asked by name and index; every version of them is kept. */
package dev.whetstone.rollout.experiment;
