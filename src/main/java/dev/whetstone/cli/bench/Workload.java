package dev.whetstone.cli.bench;

import java.io.IOException;

/** A kind of work, made ready before the clock runs. */
@FunctionalInterface
interface Workload {
  /**
   * @param requests how many the clients may send at the most
   */
  Work prepare(Client client, int requests) throws IOException;
}
