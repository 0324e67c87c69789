/** The ways to turn what is known of the candidates into shares; one file each. */
package dev.whetstone.curriculum.scheduler;
