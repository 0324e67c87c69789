package dev.whetstone.benchmark.review;

/**
 * How often the labels of one source were wrong before people judged them: the mean of |y - label|
 * over all that could be drawn, drawn or not, in the draws that are wholly judged.
 *
 * @param frame how many could be drawn
 * @param judged how many of them have people's label
 * @param dropped drawn, and judged by nobody; the estimate takes them for right
 */
public record ErrorRate(
    Source source, long frame, long judged, long dropped, HorvitzThompson rate) {}
