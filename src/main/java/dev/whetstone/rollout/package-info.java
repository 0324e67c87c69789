/** One round: run, offer, candidate, outcome. PostgreSQL is the truth; nothing here outlives it. */
package dev.whetstone.rollout;
