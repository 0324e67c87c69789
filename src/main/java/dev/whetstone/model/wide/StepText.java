package dev.whetstone.model.wide;

import dev.whetstone.model.wide.template.Template;
import java.util.Set;

/**
 * A step's text, read.
 *
 * @param distinct its words, each once; none where steps are not related to each other
 */
record StepText(String text, Words words, Set<String> distinct, Template template) {}
