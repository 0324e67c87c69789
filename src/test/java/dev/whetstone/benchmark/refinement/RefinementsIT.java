package dev.whetstone.benchmark.refinement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.whetstone.benchmark.review.Crash;
import dev.whetstone.cli.TestDatabase;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RefinementsIT {
  private static final int FEW = 4;
  private static final Plan PLAN = new Plan(Course.THREADS, Until.VERIFIED, 3, 2, 1, 1, 1, false);

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  /** What breaks after a few statements and commits. */
  private static Refinements few() {
    return new Refinements(new Crash(FEW + 1).on(DATABASE.source()), null, null, Clock.systemUTC());
  }

  private static void fill(String name, int refinements) {
    Rows rows = new Rows(DATABASE.source());
    for (int i = 0; i < refinements; i++) {
      UUID id = rows.refinement(name, PLAN);
      for (int number = 0; number < 6; number++)
        rows.attempt(id, number, number / 3, number % 3, number < 3 ? 0 : 1);
      rows.end(id);
    }
  }

  @Test
  void aPageTakesAFewStatementsHoweverManyAttemptsThereAre() {
    fill("page", 5);
    List<Refinement> page = few().page(Optional.of("page"), 0, 100);
    assertEquals(5, page.size());
    for (Refinement refinement : page) {
      assertEquals(RefinementState.PASSED, refinement.state());
      assertEquals(3, refinement.best());
    }
  }

  @Test
  void bestOfNTakesAFewStatementsHoweverManyProblemsThereAre() {
    fill("best", 5);
    BestOfN best = few().bestOfN("best");
    assertEquals(5, best.problems());
    assertEquals(3, best.threads());
    assertEquals(0, best.points().getFirst().byVerification().value());
    assertEquals(1, best.points().getLast().byVerification().value());
  }

  @Test
  void anEmptyPageIsAPage() {
    assertEquals(List.of(), few().page(Optional.of("nobody's"), 0, 100));
    assertEquals(new BestOfN(0, 0, List.of()), few().bestOfN("nobody's"));
  }
}
