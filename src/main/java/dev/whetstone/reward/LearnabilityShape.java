package dev.whetstone.reward;

/** What a proposer is paid for a task that its solver passes at rate p, before repetition. */
public enum LearnabilityShape {
  /** 1 - p where 0 < p < 1, else 0 (Absolute Zero, Zhao et al. 2025, eq. 4). */
  ABSOLUTE_ZERO {
    @Override
    double inside(double p) {
      return 1 - p;
    }

    @Override
    public double of(double p) {
      return requireRate(p) == 0 || p == 1 ? 0 : inside(p);
    }
  },
  /** 1 - 2 |p - 1/2| (R-Zero, Huang et al. 2025). */
  R_ZERO {
    @Override
    double inside(double p) {
      return 1 - 2 * Math.abs(p - 0.5);
    }
  },
  /**
   * exp(-(p(1-p) - 1/4)^2 / (2 * 0.01)), of the variance of the passes (SPICE, Liu et al. 2025; the
   * constants are those of a public reimplementation, the paper's own text was not read).
   */
  SPICE {
    @Override
    double inside(double p) {
      double distance = p * (1 - p) - 0.25;
      return StrictMath.exp(-distance * distance / 0.02);
    }
  },
  /** p (1 - p), the variance itself (SFL, Rutherford et al. 2024). */
  VARIANCE {
    @Override
    double inside(double p) {
      return p * (1 - p);
    }
  };

  /** Where every shape but the first has its peak; that one falls throughout. */
  private static final double PEAK = 0.5;

  /**
   * @param p share of the attempts that passed, in [0, 1]
   */
  public double of(double p) {
    return inside(requireRate(p));
  }

  /** The formula of 0 < p < 1, continued to both ends. */
  abstract double inside(double p);

  /** The least that any rate between these two is paid. */
  double least(double low, double high) {
    return Math.min(inside(low), inside(high));
  }

  /** The most that any rate between these two is paid. */
  double most(double low, double high) {
    double nearest = Math.clamp(PEAK, low, high);
    return Math.max(inside(nearest), Math.max(inside(low), inside(high)));
  }

  private static double requireRate(double p) {
    if (!(p >= 0 && p <= 1)) throw new IllegalArgumentException("pass rate: " + p);
    return p;
  }
}
