/** The ways to turn what is known of the options into shares; one file each. */
package dev.whetstone.curriculum.scheduler;
