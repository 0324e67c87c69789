/**
 * The verb {@code demo train}: a real, very small model, trained by each curriculum from one start.
 */
package dev.whetstone.cli.demo.training;
