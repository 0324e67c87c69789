package dev.whetstone.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.whetstone.verify.proof.Reply.Unjudged;
import dev.whetstone.verify.proof.Reply.Why;
import org.junit.jupiter.api.Test;

class ProofProblemsTest {
  @Test
  void aServerThatRefusesIsNotToBeAskedAgain() {
    NothingRead refused = ProofProblems.of(new Unjudged<>(Why.REFUSED, "refused: 401"));
    assertFalse(refused.isPassing());
    assertEquals(503, refused.problem().status());
    assertTrue(refused.problem().mend().contains("whetstone.generative.api-key"));
    assertTrue(refused.problem().mend().contains("whetstone.generative.model"));
    NothingRead late = ProofProblems.of(new Unjudged<>(Why.UNANSWERED, "late"));
    assertTrue(late.isPassing());
    assertTrue(late.problem().mend().contains("whetstone.proof.deadline"));
  }
}
