package dev.whetstone.cli.bench;

/** CPU seconds of the server and of its database; NaN where they cannot be seen. */
record Cost(double server, double database) {
  static final Cost UNKNOWN = new Cost(Double.NaN, Double.NaN);

  Cost minus(Cost earlier) {
    return new Cost(server - earlier.server, database - earlier.database);
  }
}
