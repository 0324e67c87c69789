package dev.whetstone.verify.labelling;

import dev.whetstone.verify.labelling.Label.Discarded;
import dev.whetstone.verify.labelling.Label.Labelled;
import dev.whetstone.verify.labelling.Label.Why;
import dev.whetstone.verify.proof.Score;
import java.util.Optional;

/**
 * Automated labelling with a fixed number of analyses; DeepSeekMath-V2, section 2.3: the lowest
 * score where at least k valid analyses give it, 1 where no analysis is valid, else no label. Where
 * most analyses were refuted, their 1 is contested, beyond the paper. What the missing votes could
 * not change is decided also where the budget of failures is spent.
 *
 * @param analyses n
 * @param required k, in [1, n]
 * @param humanFrom a contested proof with that many valid analyses of the lowest score goes to a
 *     person, with fewer it is discarded; in [1, k], where k sends none to people
 * @param retries failed calls for one proof that are asked again
 */
public record FixedRule(
    int analyses, Panel panel, int required, Lowest lowest, int humanFrom, int retries)
    implements Rule {
  public FixedRule {
    if (required < 1 || required > analyses)
      throw new IllegalArgumentException(required + " valid of " + analyses + " analyses");
    if (humanFrom < 1 || humanFrom > required)
      throw new IllegalArgumentException("people from " + humanFrom + " of " + required);
    if (retries < 0) throw new IllegalArgumentException(retries + " retries");
  }

  @Override
  public Optional<Label> decide(Tally tally) {
    if (tally.settled() == analyses) return Optional.of(settled(tally));
    if (tally.failures() <= retries) return Optional.empty();
    return Optional.of(
        tally.validZeros() >= required ? new Labelled(Score.ZERO) : new Discarded(Why.UNJUDGED));
  }

  private Label settled(Tally tally) {
    if (tally.valid() == 0) return Label.one(tally);
    Score score = lowest.in(tally);
    int votes = tally.valid(score);
    return votes >= required ? new Labelled(score) : Label.contested(votes >= humanFrom);
  }
}
