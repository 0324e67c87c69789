package dev.whetstone.verify.labelling.sequential;

/**
 * How often a test errs.
 *
 * @param correctAsFlawed α, the share of correct proofs that it calls flawed
 * @param flawedAsCorrect β, the share of flawed proofs that it calls correct
 */
public record Errors(double correctAsFlawed, double flawedAsCorrect) {
  public Errors {
    if (!(correctAsFlawed >= 0 && flawedAsCorrect >= 0 && correctAsFlawed + flawedAsCorrect < 1))
      throw new IllegalArgumentException(
          "errors of " + correctAsFlawed + " and " + flawedAsCorrect);
  }

  boolean within(Errors stated) {
    return correctAsFlawed <= stated.correctAsFlawed && flawedAsCorrect <= stated.flawedAsCorrect;
  }
}
