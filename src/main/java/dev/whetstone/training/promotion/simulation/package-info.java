/** The gate before planted versions, whose worth is known. */
package dev.whetstone.training.promotion.simulation;
