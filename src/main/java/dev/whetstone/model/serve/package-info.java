/**
 * How are many derivations scored by one model at once? Queue, batches, and the swap of versions.
 */
package dev.whetstone.model.serve;
