package dev.whetstone.cli.bench.labelling;

/** What was to be reached, and whether it is. */
record Finding(boolean isMet, String what) {
  @Override
  public String toString() {
    return "%-8s %s".formatted(isMet ? "met" : "NOT MET", what);
  }
}
