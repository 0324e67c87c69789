/** What a benchmark of a verifier found: as data, as one page, and kept over time. */
package dev.whetstone.benchmark.report;
