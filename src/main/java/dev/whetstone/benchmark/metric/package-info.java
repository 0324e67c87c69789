/** How good are scores and decisions, and how sure is that? Pure formulas. */
package dev.whetstone.benchmark.metric;
