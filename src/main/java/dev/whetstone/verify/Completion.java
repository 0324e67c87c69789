package dev.whetstone.verify;

/** What was written, and the problem that it was written for. */
public record Completion(String problem, String text) {}
