/** How good is a verifier against human labels? Judges, their metrics beside baselines, reports. */
package dev.whetstone.benchmark;
