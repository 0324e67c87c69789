package dev.whetstone.verify.labelling;

import static dev.whetstone.model.remote.ScriptedServer.refusing;
import static dev.whetstone.model.remote.ScriptedServer.saying;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.whetstone.model.Derivation;
import dev.whetstone.model.remote.ChatClient;
import dev.whetstone.model.remote.Sampling;
import dev.whetstone.model.remote.ScriptedServer;
import dev.whetstone.verify.proof.Analysis;
import dev.whetstone.verify.proof.GenerativeMetaJudge;
import dev.whetstone.verify.proof.ProofJudge;
import dev.whetstone.verify.proof.ProofLimits;
import dev.whetstone.verify.proof.Reply;
import dev.whetstone.verify.proof.Score;
import dev.whetstone.verify.proof.issue.IssueLimits;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GenerativeVerifierTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final SmallRyeConfig DEFAULTS =
      new SmallRyeConfigBuilder()
          .withMapping(ProofLimits.class)
          .withMapping(IssueLimits.class)
          .build();
  private static final Derivation WRONG =
      new Derivation("What is 2 + 2 + 3?", List.of("2 + 2 = 5.", "So the sum is 5 + 3 = 8."));
  private static final String FLAWED =
      evaluation("ISSUE | step 1 | arithmetic | fatal | \"2 + 2 = 5\" | it is 4", "0");
  private static final String DOUBTED =
      evaluation("ISSUE | step 2 | logic | fatal | \"So the sum is\" | it does not follow", "0");
  private static final Analysis INVENTED =
      new Analysis(
          "ISSUE | step 2 | logic | fatal | \"the product is 8\" | it is a sum", Score.ZERO);

  private static String evaluation(String text, String score) {
    return "Here is my evaluation of the solution:\n%s\n%s\n\\boxed{%s}"
        .formatted(text, "Based on my evaluation, the final overal score should be:", score);
  }

  private static String rating(String score) {
    return "Here is my analysis of the \"solution evaluation\":\nFair.\n"
        + "Based on my analysis, I will rate the \"solution evaluation\" as:\n\\boxed{%s}"
            .formatted(score);
  }

  private static ChatClient client(ScriptedServer server) {
    return new ChatClient(
        ScriptedServer.settings(server.url()), InstantSource.system(), new SplittableRandom(1));
  }

  private static ProofJudge judge(ChatClient client) {
    return new ProofJudge(
        client,
        new Sampling(1, 1, 512, OptionalLong.empty()),
        DEFAULTS.getConfigMapping(ProofLimits.class),
        DEFAULTS.getConfigMapping(IssueLimits.class));
  }

  private static JudgedAnalyses checks(ChatClient client, Score confirmsFrom) {
    return new JudgedAnalyses(new GenerativeMetaJudge(judge(client)), confirmsFrom, PATIENCE);
  }

  private static Labelling label(ScriptedServer server, int analyses, int checks) {
    try (ChatClient client = client(server)) {
      FixedRule rule = new FixedRule(analyses, new Panel(checks, false), 1, Lowest.OF_VALID, 1, 2);
      return new Labeller<>(
              rule, new GenerativeVerifier(judge(client), PATIENCE), checks(client, Score.ONE))
          .label(WRONG);
    }
  }

  @Test
  void eachAnalysisIsASampleOfItsOwnAndNoneComesFromTheCache() throws IOException {
    try (ScriptedServer server = new ScriptedServer(saying(evaluation("Fine.", "1")))) {
      assertEquals(new Label.Labelled(Score.ONE), label(server, 4, 3).label());
      assertEquals(4, server.asked().size());
    }
  }

  @Test
  void aFlawThatTheChecksConfirmLabelsTheProof() throws IOException {
    try (ScriptedServer server = new ScriptedServer(saying(DOUBTED), saying(rating("1")))) {
      assertEquals(new Label.Labelled(Score.ZERO), label(server, 1, 3).label());
      assertEquals(4, server.asked().size());
    }
  }

  @Test
  void whatIsRecomputedAndIsSoIsConfirmedForFree() throws IOException {
    try (ScriptedServer server = new ScriptedServer(saying(FLAWED), saying(rating("0")))) {
      assertEquals(new Label.Labelled(Score.ZERO), label(server, 1, 3).label());
      assertEquals(1, server.asked().size());
    }
  }

  @Test
  void whatTheModelFailsToSayIsAskedAgainAndIsNoVote() throws IOException {
    try (ScriptedServer server =
        new ScriptedServer(
            refusing(400, "no"), saying("\\boxed{0}"), saying(evaluation("Fine.", "1")))) {
      Labelling labelling = label(server, 2, 3);
      assertEquals(new Label.Labelled(Score.ONE), labelling.label());
      assertEquals(4, labelling.ledger().calls());
    }
  }

  @Test
  void aFabricatedQuoteIsRefutedForFree() throws IOException {
    try (ScriptedServer server = new ScriptedServer(saying(rating("1")));
        ChatClient client = client(server)) {
      Reply<Boolean> said = checks(client, Score.HALF).check(WRONG, INVENTED, 0);
      assertEquals(new Reply.Judged<>(false), said);
      assertEquals(0, server.asked().size());
    }
  }

  @ParameterizedTest
  @CsvSource({"1,ONE,true", "0.5,ONE,false", "0.5,HALF,true", "0,HALF,false"})
  void aRatingConfirmsFromTheStatedScore(String rating, Score from, boolean confirms)
      throws IOException {
    try (ScriptedServer server = new ScriptedServer(saying(rating(rating)));
        ChatClient client = client(server)) {
      Reply<Boolean> said =
          checks(client, from).check(WRONG, new Analysis("Step 1 is wrong.", Score.ZERO), 0);
      assertEquals(confirms, assertInstanceOf(Reply.Judged.class, said).value());
    }
  }

  @Test
  void aRatingOfZeroCannotConfirm() {
    assertThrows(
        IllegalArgumentException.class, () -> new JudgedAnalyses(null, Score.ZERO, PATIENCE));
  }
}
