/**
 * Second solvers: each reads a question's text alone and shares no code with the family that made
 * it, so that the two can only agree by both being right.
 */
package dev.whetstone.task.solver;
