package dev.whetstone.verify.labelling.posterior;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifierRatesTest {
  private static final RatePrior PRIOR = new RatePrior(0.02, 0.3, 20, 0);
  private static final int VOTES = 12;

  /** A proof, what the verifier can see of it, and its votes. */
  private record Proof(boolean correct, int valid) {
    VoteCount count(boolean known) {
      return new VoteCount(VOTES, valid, known ? Optional.of(correct) : Optional.empty(), 1);
    }
  }

  private static List<Proof> proofs(int count, double flawed, double blind, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Proof> proofs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean correct = random.nextDouble() >= flawed;
      double rate = correct || random.nextDouble() < blind ? 0.08 : 0.45;
      int valid = 0;
      for (int vote = 0; vote < VOTES; vote++) if (random.nextDouble() < rate) valid++;
      proofs.add(new Proof(correct, valid));
    }
    return proofs;
  }

  private static VerifierRates fit(List<Proof> proofs, RatePrior prior) {
    return VerifierRates.fit(proofs.stream().map(p -> p.count(false)).toList(), prior);
  }

  @Test
  void withoutVotesBeforeItTheProofIsJudgedByThePriorAlone() {
    VerifierRates rates = VerifierRates.fit(List.of(), PRIOR);
    assertEquals(0.5, rates.correct(0, 0), 1e-9);
    assertEquals(1 / (1 + 0.7 / 0.98), rates.correct(1, 0), 1e-6);
    assertEquals(1 / (1 + 0.3 / 0.02), rates.correct(1, 1), 1e-6);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theRatesOfAVerifierAreLearnedFromItsVotesAlone(long seed) {
    VerifierRates rates = fit(proofs(800, 0.35, 0, seed), PRIOR);
    assertEquals(0.35, rates.seen(), 0.05);
    assertEquals(0.08, rates.alarm(), 0.02);
    assertEquals(0.45, rates.detection(), 0.03);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.25})
  void aPosteriorIsRightAsOftenAsItSaysAndAShareOfVotesIsNot(double blind) {
    List<Proof> proofs = proofs(4_000, 0.4, blind, 7);
    VerifierRates rates = fit(proofs, new RatePrior(0.02, 0.3, 20, blind));
    double furthest = 0;
    double furthestOfShares = 0;
    for (int valid = 0; valid <= VOTES; valid++) {
      int votes = valid;
      List<Proof> alike = proofs.stream().filter(p -> p.valid() == votes).toList();
      if (alike.size() < 100) continue;
      double right = alike.stream().filter(Proof::correct).count() / (double) alike.size();
      furthest = Math.max(furthest, Math.abs(rates.correct(VOTES, votes) - right));
      furthestOfShares = Math.max(furthestOfShares, Math.abs(1 - votes / 12.0 - right));
    }
    assertTrue(furthest < 0.08, "posterior off by " + furthest);
    assertTrue(furthestOfShares > 0.25, "share off by " + furthestOfShares);
  }

  @Test
  void aBlindSpotMakesEachProofThatPassesLessSure() {
    List<Proof> proofs = proofs(800, 0.4, 0, 1);
    double sure = fit(proofs, PRIOR).correct(VOTES, 0);
    double less = fit(proofs, new RatePrior(0.02, 0.3, 20, 0.25)).correct(VOTES, 0);
    assertTrue(sure > 0.99 && less < 0.9, sure + " and " + less);
  }

  @Test
  void whatPeopleFoundIsTakenForTrue() {
    List<VoteCount> all =
        List.of(
            new VoteCount(VOTES, 3, Optional.of(true), 100),
            new VoteCount(VOTES, 3, Optional.empty(), 100),
            new VoteCount(VOTES, 9, Optional.of(false), 100),
            new VoteCount(VOTES, 9, Optional.empty(), 100));
    VerifierRates rates = VerifierRates.fit(all, PRIOR);
    assertTrue(rates.correct(VOTES, 3) > 0.99, "though the prior would call it flawed");
    assertTrue(rates.correct(VOTES, 9) < 0.01);
  }

  @Test
  void aPriorThatCannotBeIsRefused() {
    for (double[] p :
        new double[][] {{0.3, 0.3, 1, 0}, {0, 0.3, 1, 0}, {0.1, 1, 1, 0}, {0.1, 0.3, 0, 0}})
      assertThrows(IllegalArgumentException.class, () -> new RatePrior(p[0], p[1], p[2], p[3]));
    assertThrows(IllegalArgumentException.class, () -> new RatePrior(0.1, 0.3, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new RatePrior(0.1, 0.3, 1, Double.NaN));
  }
}
