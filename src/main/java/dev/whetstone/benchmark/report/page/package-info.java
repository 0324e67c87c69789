/** A report as one page that needs nothing else: inline style, inline pictures, no script. */
package dev.whetstone.benchmark.report.page;
