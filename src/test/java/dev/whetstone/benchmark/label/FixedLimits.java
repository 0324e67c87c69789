package dev.whetstone.benchmark.label;

/** Limits as a test wants them. */
record FixedLimits(int maxLine, long maxFile, int maxSteps, int maxCharacters, int batch)
    implements LabelLimits {
  static final FixedLimits WIDE = new FixedLimits(1 << 20, 1 << 24, 100, 10_000, 2);
}
