package dev.whetstone.training;

import dev.whetstone.model.Card;
import dev.whetstone.model.Derivation;
import dev.whetstone.model.Prepared;
import dev.whetstone.model.Scorer;
import dev.whetstone.model.Unscorable;
import dev.whetstone.model.fit.Example;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What a new version says of a few short validation solutions: it must say so wherever it runs. */
final class GoldenExamples {
  private static final int COUNT = 6;
  private static final double TOLERANCE = 0.01;

  /** Characters of one at most: they stand in the card. */
  private static final int SHORT = 1_500;

  private GoldenExamples() {}

  /**
   * @return at least one
   * @throws IOException if no solution is short enough and can be scored
   */
  static List<Card.Golden> of(Scorer scorer, List<Example> validation) throws IOException {
    List<Card.Golden> golden = new ArrayList<>();
    for (Example example : validation) {
      if (golden.size() == COUNT) break;
      Derivation derivation = new Derivation(example.problem(), steps(example));
      if (derivation.length() > SHORT) continue;
      try {
        golden.add(golden(scorer, derivation));
      } catch (Unscorable e) {
        // The next one may be scorable.
      }
    }
    if (golden.isEmpty())
      throw new IOException(
          "no validation solution of at most %,d characters can be scored, and a version needs one"
                  .formatted(SHORT)
              + " to be checked by; name a set with shorter ones");
    return golden;
  }

  /** The first way through an example's steps. */
  private static List<String> steps(Example example) {
    List<String> steps = new ArrayList<>();
    int last = -1;
    for (int i = 0; i < example.steps().size(); i++)
      if (example.steps().get(i).parent() == last) {
        steps.add(example.steps().get(i).text());
        last = i;
      }
    return steps;
  }

  private static Card.Golden golden(Scorer scorer, Derivation derivation) throws Unscorable {
    Prepared prepared = scorer.prepare(derivation);
    List<Double> scores = scorer.score(List.of(prepared)).getFirst().steps();
    return new Card.Golden(derivation.problem(), derivation.steps(), scores, TOLERANCE);
  }
}
