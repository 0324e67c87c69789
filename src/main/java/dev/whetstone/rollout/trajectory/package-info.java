/**
 * Between actors (what Atropos calls environments), which send scored groups, and a trainer that
 * fetches them in batches.
 */
package dev.whetstone.rollout.trajectory;
