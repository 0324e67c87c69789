/** The whole loop in a small world, whose solvers, readers and people are simulated. */
package dev.whetstone.training.simulation;
