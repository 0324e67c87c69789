package dev.whetstone.verify.labelling.posterior;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DawidSkeneTest {
  private static final RaterPrior WEAK = new RaterPrior(0.7, 8, 1);

  @ParameterizedTest
  @CsvSource({"0,0.40", "1,0.42", "2,0.11", "3,0.07"})
  void theSharesAreThoseOfTheFirstPaper(int ofClass, double share) {
    DawidSkene fit = DawidSkene.fit(Anaesthetists.votes(), RaterPrior.NONE);
    assertTrue(fit.converged());
    assertEquals(share, fit.share(ofClass), 0.005);
  }

  @ParameterizedTest
  @CsvSource({
    "0,0,0.89",
    "0,1,0.11",
    "1,0,0.07",
    "1,1,0.88",
    "1,2,0.05",
    "2,1,0.34",
    "2,2,0.66",
    "3,2,0.56",
    "3,3,0.44"
  })
  void theErrorsOfTheFirstObserverAreThoseOfTheFirstPaper(int truth, int given, double share) {
    DawidSkene fit = DawidSkene.fit(Anaesthetists.votes(), RaterPrior.NONE);
    assertEquals(share, fit.confusion(0, truth, given), 0.005);
  }

  @Test
  void aSingleRaterIsBelievedAsFarAsThePriorGoes() {
    List<Vote> all = IntStream.range(0, 100).mapToObj(i -> new Vote(i, 0, i % 2)).toList();
    DawidSkene fit = DawidSkene.fit(new Votes(100, 1, 2, all), WEAK);
    assertEquals(0.7, fit.confusion(0, 1, 1), 1e-12);
    assertEquals(0.7, fit.probability(1, 1), 0.01);
    assertEquals(0.5, fit.share(1), 1e-6);
  }

  @Test
  void twoRatersWhoDisagreeAreBelievedAlike() {
    List<Vote> all = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      all.add(new Vote(i, 0, i % 2));
      all.add(new Vote(i, 1, 1 - i % 2));
    }
    DawidSkene fit = DawidSkene.fit(new Votes(40, 2, 2, all), WEAK);
    assertEquals(0.5, fit.probability(0, 0), 1e-6);
  }

  @Test
  void ratersWithoutACommonItemKeepThePrior() {
    List<Vote> all = IntStream.range(0, 90).mapToObj(i -> new Vote(i, i % 9, i % 3)).toList();
    DawidSkene fit = DawidSkene.fit(new Votes(90, 9, 3, all), WEAK);
    assertEquals(0.7, fit.confusion(4, 2, 2), 1e-12);
    assertEquals(0.7, fit.probability(2, 2), 0.01);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 2})
  void whereAllAgreeTheyAreBelieved(double weight) {
    List<Vote> all = new ArrayList<>();
    for (int i = 0; i < 30; i++) for (int r = 0; r < 3; r++) all.add(new Vote(i, r, 1));
    RaterPrior prior = new RaterPrior(0.8, weight, weight);
    DawidSkene fit = DawidSkene.fit(new Votes(30, 3, 3, all), prior);
    assertTrue(fit.converged());
    for (int i = 0; i < 30; i++) assertTrue(fit.probability(i, 1) > 0.99);
    assertTrue(fit.share(1) > 0.8);
  }

  @Test
  void anItemWithoutAVoteHasTheSharesOfTheOthers() {
    Votes votes = new Votes(46, 5, 4, Anaesthetists.votes().all());
    DawidSkene fit = DawidSkene.fit(votes, RaterPrior.NONE);
    for (int k = 0; k < 4; k++) assertEquals(fit.share(k), fit.probability(45, k), 1e-6);
    DawidSkene empty = DawidSkene.fit(new Votes(2, 1, 2, List.of()), RaterPrior.NONE);
    assertEquals(0.5, empty.probability(1, 0), 1e-12);
  }

  @Test
  void aThousandVotesOnOneItemDoNotUnderflow() {
    List<Vote> all = IntStream.range(0, 3000).mapToObj(i -> new Vote(0, i % 3, i % 2)).toList();
    DawidSkene fit = DawidSkene.fit(new Votes(1, 3, 2, all), WEAK);
    assertEquals(1, fit.probability(0, 0) + fit.probability(0, 1), 1e-12);
  }

  @Test
  void aRaterWhoAlwaysErrsIsReadBackwards() {
    Votes votes = Simulated.votes(new double[] {0.9, 0.9, 0.9, 0.9, 0.05}, 300, 2, 11);
    DawidSkene fit = DawidSkene.fit(votes, WEAK);
    assertEquals(0.05, fit.confusion(4, 0, 0), 0.06);
    assertEquals(0.9, fit.confusion(0, 0, 0), 0.07);
  }

  @Test
  void votesOutsideTheTableAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Vote(-1, 0, 0));
    for (Vote vote : List.of(new Vote(1, 0, 0), new Vote(0, 1, 0), new Vote(0, 0, 2)))
      assertThrows(IllegalArgumentException.class, () -> new Votes(1, 1, 2, List.of(vote)));
    assertThrows(IllegalArgumentException.class, () -> new Votes(1, 1, 1, List.of()));
    assertThrows(IllegalArgumentException.class, () -> new RaterPrior(1, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new RaterPrior(0.8, Double.NaN, 1));
  }
}
