package dev.whetstone.model.wide;

/** A step's text, read. */
record StepText(String text, Words words, Template template) {}
