package dev.whetstone.training.promotion;

import dev.whetstone.benchmark.Judged;
import dev.whetstone.benchmark.Judgement;

/** Whether a verifier, told of a whole solution's truth, was right about it, or surely wrong. */
final class Fooled {
  private Fooled() {}

  /** Whether it said rightly that some step is wrong, or that none is; a refusal is no answer. */
  static boolean isRight(Judged judged) {
    return judged.judgement() instanceof Judgement.Said said
        && said.right() != judged.item().truth().hasError();
  }

  /** How likely it thought what it decided; 0 where it refused. */
  static double confidence(Judgement judgement) {
    if (!(judgement instanceof Judgement.Said said)) return 0;
    return said.right() ? said.whole() : 1 - said.whole();
  }

  /** Whether it decided wrongly, and as surely as this. */
  static boolean isFooled(Judged judged, double confidence) {
    return !isRight(judged) && confidence(judged.judgement()) >= confidence;
  }
}
