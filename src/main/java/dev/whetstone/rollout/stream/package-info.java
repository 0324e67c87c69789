/**
 * What happened leaves as events. The rows that record it are the outbox: whoever publishes reads
 * them in their order, so nothing is lost while nobody listens.
 */
package dev.whetstone.rollout.stream;
