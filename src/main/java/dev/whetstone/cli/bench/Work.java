package dev.whetstone.cli.bench;

import java.io.IOException;

/** What every client of a load does over and over; clients share it. */
@FunctionalInterface
interface Work {
  /**
   * Does it once, and makes sure that the answer is right.
   *
   * @return how many things were done; 0 when there is no more to do
   * @throws IOException if the server did not do it
   */
  int once(Client client) throws IOException;

  /** How often this mark occurs in an answer: cheaper than parsing it. */
  static int count(String answer, String mark) {
    int count = 0;
    for (int at = answer.indexOf(mark); at >= 0; at = answer.indexOf(mark, at + mark.length()))
      count++;
    return count;
  }

  /**
   * @throws IOException if the mark does not occur so often
   */
  static void expect(String answer, String mark, int times) throws IOException {
    if (count(answer, mark) != times)
      throw new IOException(
          "expected " + times + " times " + mark + " in: " + answer.substring(0, 500));
  }
}
