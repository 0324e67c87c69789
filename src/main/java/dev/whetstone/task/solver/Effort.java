package dev.whetstone.task.solver;

/**
 * The steps that a solver may take over one text, counted and never timed: a cell looked at, a sign
 * rewritten, a few bits of a number. A text that asks for more is none of its questions.
 */
public final class Effort {
  /** Twenty times what the hardest question of any family takes. */
  static final long MOST = 4_000_000;

  private long taken;

  /** A text asks for more than a solver gives. */
  static final class Exceeded extends RuntimeException {
    private static final long serialVersionUID = 1;

    Exceeded() {
      super(null, null, false, false);
    }
  }

  /**
   * @throws Exceeded if that is too many
   */
  void take(long steps) {
    taken += steps;
    if (taken > MOST) throw new Exceeded();
  }

  long taken() {
    return taken;
  }
}
