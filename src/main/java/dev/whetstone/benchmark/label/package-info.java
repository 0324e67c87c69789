/** Solutions labelled step by step: read from the published formats, kept, listed. */
package dev.whetstone.benchmark.label;
