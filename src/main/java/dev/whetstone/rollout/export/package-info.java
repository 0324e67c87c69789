/** Rows of data sets in the keys that trainers read: projections, one for each format. */
package dev.whetstone.rollout.export;
