package dev.whetstone.verify.labelling.sequential;

import dev.whetstone.verify.labelling.Label;
import dev.whetstone.verify.labelling.Label.Discarded;
import dev.whetstone.verify.labelling.Label.Labelled;
import dev.whetstone.verify.labelling.Label.Why;
import dev.whetstone.verify.labelling.Lowest;
import dev.whetstone.verify.labelling.Panel;
import dev.whetstone.verify.labelling.Rule;
import dev.whetstone.verify.labelling.Tally;
import dev.whetstone.verify.labelling.sequential.SequentialTest.Finding;
import dev.whetstone.verify.proof.Score;
import java.util.Optional;

/**
 * Automated labelling that ends as soon as the test is decided: 1 for a correct proof, even if a
 * few valid issues stand against it, unless most analyses claim some, refuted or not; for a flawed
 * one the lowest valid score, once k analyses give it. The errors of the test are those of 1
 * against less, not of 0 against 1/2.
 *
 * @param maxAnalyses n, after which an undecided proof is contested
 * @param required k, in [1, n]
 * @param humanFrom a contested proof with that many valid analyses of the lowest score goes to a
 *     person, with fewer it is discarded; at least 1
 * @param retries failed calls for one proof that are asked again
 */
public record SequentialRule(
    SequentialTest test, Panel panel, int maxAnalyses, int required, int humanFrom, int retries)
    implements Rule {
  public SequentialRule {
    if (required < 1 || required > maxAnalyses)
      throw new IllegalArgumentException(required + " valid of " + maxAnalyses + " analyses");
    if (humanFrom < 1) throw new IllegalArgumentException("people from " + humanFrom);
    if (retries < 0) throw new IllegalArgumentException(retries + " retries");
  }

  @Override
  public Optional<Label> decide(Tally tally) {
    Finding finding = test.of(tally.settled(), tally.valid());
    Score lowest = Lowest.OF_VALID.in(tally);
    int votes = tally.valid(lowest);
    if (finding == Finding.CORRECT) return Optional.of(Label.one(tally));
    if (finding == Finding.FLAWED && votes >= required) return Optional.of(new Labelled(lowest));
    if (tally.settled() == maxAnalyses) return Optional.of(Label.contested(votes >= humanFrom));
    return tally.failures() > retries ? Optional.of(new Discarded(Why.UNJUDGED)) : Optional.empty();
  }
}
