package dev.whetstone.task.family;

import dev.whetstone.task.family.ReasoningNet.Operation;

/**
 * Ways to tell an operation. In them %w is who has the result, %a and %b are the operands, %i the
 * items, %c the holder, %g gained, %l lost.
 */
final class ReasoningPhrases {
  /** For both operands given, the first given, the second given, neither. */
  private static final String[][] ADD = {
    {
      "%w %g %a %i in the morning and %b in the afternoon.",
      "%w %g %a %i and, a week later, %b more."
    },
    {"%w has %a more %i than %b.", "%w has as many %i as %b and %a besides."},
    {"%w has %b more %i than %a.", "%w has as many %i as %a and %b besides."},
    {
      "%w has as many %i as %a and %b together.",
      "If %a and %b pooled their %i, they would have as many as %w has."
    }
  };

  private static final String[][] SUBTRACT = {
    {"%w %g %a %i and then %l %b of them.", "Out of %a %i, %w %l %b and kept the rest."},
    {
      "%w %g %a %i and then %l as many as %b has.",
      "Out of %a %i, %w %l as many as %b has and kept the rest."
    },
    {"%w has %b fewer %i than %a.", "%w would need %b more %i to have as many as %a."},
    {
      "%w %g as many %i as %a has and then %l as many as %b has.",
      "If %a %l as many %i as %b has, as many would be left as %w has."
    }
  };

  private static final String[][] MULTIPLY = {
    {"%w has %a %cs with %b %i in each.", "%w bought %a full %cs, %b %i in each."},
    {"%w has %a times as many %i as %b.", "%w has %a %cs, and in each as many %i as %b has."},
    {"%w has %b times as many %i as %a.", "%w has %b %cs, and in each as many %i as %a has."},
    {
      "%w has as many %cs as %a has %i, and in each as many %i as %b has.",
      "For each of %a's %i, %w has as many %i as %b has."
    }
  };

  private static final String[][] DIVIDE = {
    {
      "%w packed %a %i equally into %b %cs and kept the %i of a single %c.",
      "When %a %i were shared out equally among %b people, %w got a single share."
    },
    {
      "%w packed %a %i equally into as many %cs as %b has %i, and kept the %i of a single %c.",
      "When %a %i were shared out equally among as many people as %b has %i, %w got a single share."
    },
    {
      "If %a packed all %i equally into %b %cs, each would hold as many as %w has.",
      "%w has as many %i as each %c would hold if %a packed everything equally into %b %cs."
    },
    {
      "If %a packed all %i equally into as many %cs as %b has %i, each would hold as many as %w"
          + " has.",
      "%w has as many %i as each %c would hold if %a packed everything equally into as many %cs as"
          + " %b has %i."
    }
  };

  private ReasoningPhrases() {}

  /** The ways where these operands are given numbers, the others what somebody has. */
  static String[] of(Operation operation, boolean first, boolean second) {
    return ways(operation)[(first ? 0 : 2) + (second ? 0 : 1)];
  }

  private static String[][] ways(Operation operation) {
    return switch (operation) {
      case ADD -> ADD;
      case SUBTRACT -> SUBTRACT;
      case MULTIPLY -> MULTIPLY;
      case DIVIDE -> DIVIDE;
    };
  }
}
