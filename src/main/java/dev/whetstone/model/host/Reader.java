package dev.whetstone.model.host;

import ai.djl.huggingface.tokenizers.Encoding;
import dev.whetstone.model.Derivation;

/** How a role turns a derivation into tokens. */
interface Reader {
  Sequence read(Derivation derivation);

  /** Problem, newline and the steps, one on a line, as one text. */
  static Reader whole(Tokenizer tokenizer) {
    return derivation ->
        tokens(tokenizer.encode(derivation.problem() + "\n" + solution(derivation), true));
  }

  /** The problem as the first text and the steps, one on a line, as the second. */
  static Reader pair(Tokenizer tokenizer) {
    return derivation -> tokens(tokenizer.encode(derivation.problem(), solution(derivation)));
  }

  private static String solution(Derivation derivation) {
    return String.join("\n", derivation.steps());
  }

  private static Sequence tokens(Encoding encoding) {
    return new Sequence(encoding.getIds(), encoding.getTypeIds(), new int[0]);
  }
}
