package dev.whetstone.benchmark.label;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A labelled solution was added to a set. Its texts stay there.
 *
 * @param labels one character for each step: + right, 0 neutral, - wrong, ? unknown
 * @param scope whether the labels tell the first error, or single steps
 * @param finalAnswerCorrect null where nobody says
 * @param confidence P(the label is right)
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LabelEvent(
    String set,
    String id,
    String split,
    String labels,
    String scope,
    Boolean finalAnswerCorrect,
    String generator,
    String labelSource,
    String licence,
    double confidence) {
  static final String TYPE = "label";
  static final int VERSION = 1;
}
