/** What is most worth a person's judgement, who judged it, and how far that can be trusted. */
package dev.whetstone.benchmark.review;
