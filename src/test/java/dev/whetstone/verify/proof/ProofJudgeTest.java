package dev.whetstone.verify.proof;

import static dev.whetstone.model.remote.ScriptedServer.refusing;
import static dev.whetstone.model.remote.ScriptedServer.saying;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.whetstone.model.Derivation;
import dev.whetstone.model.remote.ChatClient;
import dev.whetstone.model.remote.Sampling;
import dev.whetstone.model.remote.ScriptedServer;
import dev.whetstone.model.remote.Spent;
import dev.whetstone.verify.proof.ProofJudge.Draws;
import dev.whetstone.verify.proof.Reply.Judged;
import dev.whetstone.verify.proof.Reply.Unjudged;
import dev.whetstone.verify.proof.Reply.Why;
import dev.whetstone.verify.proof.issue.CheckedIssue;
import dev.whetstone.verify.proof.issue.Finding;
import dev.whetstone.verify.proof.issue.IssueLimits;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ProofJudgeTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Sampling SAMPLING = new Sampling(1, 1, 512, OptionalLong.of(1));
  private static final SmallRyeConfig DEFAULTS =
      new SmallRyeConfigBuilder()
          .withMapping(ProofLimits.class)
          .withMapping(IssueLimits.class)
          .withDefaultValue("whetstone.proof.max-prompt", "100000")
          .build();
  private static final ProofLimits LIMITS = DEFAULTS.getConfigMapping(ProofLimits.class);
  private static final IssueLimits ISSUES = DEFAULTS.getConfigMapping(IssueLimits.class);
  private static final Derivation WRONG =
      new Derivation("What is 2 + 2 + 3?", List.of("2 + 2 = 5.", "So the sum is 5 + 3 = 8."));
  private static final String ANALYSIS =
      """
      Here is my evaluation of the solution:
      The first step is wrong.
      ISSUE | step 1 | arithmetic | fatal | "2 + 2 = 5" | it is 4
      ISSUE | step 2 | arithmetic | fatal | "5 + 3 = 8" | it is 7
      ISSUE | step 2 | logic | fatal | "the product is 8" | it is a sum
      ISSUE | step 2 | nonsense

      Based on my evaluation, the final overall score should be:
      \\boxed{0}
      """;

  private static ChatClient client(String url, String... pairs) {
    return new ChatClient(
        ScriptedServer.settings(url, pairs), InstantSource.system(), new SplittableRandom(1));
  }

  private static List<Reply<Assessment>> assess(ChatClient client, int samples) {
    return new ProofJudge(client, SAMPLING, LIMITS, ISSUES)
        .assess(WRONG, new Draws(0, samples, PATIENCE));
  }

  private static <T> T judged(Reply<T> reply) {
    return switch (reply) {
      case Judged<T>(T value) -> value;
      case Unjudged<T> unjudged -> throw new AssertionError(unjudged);
    };
  }

  @Test
  void anAnalysisIsReadAndItsIssuesChecked() throws IOException {
    try (ScriptedServer server = new ScriptedServer(saying(ANALYSIS));
        ChatClient client = client(server.url())) {
      Assessment assessed = judged(assess(client, 1).getFirst());
      assertEquals(Score.ZERO, assessed.analysis().score());
      assertEquals(
          List.of(Finding.CONFIRMED, Finding.REFUTED, Finding.REFUTED),
          assessed.issues().stream().map(CheckedIssue::finding).toList());
      assertEquals(1, assessed.unreadable());
      assertEquals(Score.HALF, assessed.metaAtMost());
      assertEquals(
          Prompts.verify(WRONG),
          server.asked().getFirst().body().at("/messages/0/content").asText());
    }
  }

  @Test
  void aJudgeThatFailsIsNoZero() throws IOException {
    try (ScriptedServer server =
            new ScriptedServer(
                refusing(404, "no such model"),
                saying("I think it is wrong: \\boxed{0}"),
                ScriptedServer.json(
                    ScriptedServer.completion(ANALYSIS).replace("\"stop\"", "\"length\"")),
                saying(ANALYSIS));
        ChatClient client = client(server.url(), "concurrency", "1")) {
      List<Reply<Assessment>> assessments = assess(client, 4);
      assertEquals(
          List.of(Why.REFUSED, Why.UNREADABLE, Why.CUT_OFF),
          assessments.stream()
              .filter(Unjudged.class::isInstance)
              .map(a -> ((Unjudged<Assessment>) a).why())
              .sorted(
                  java.util.Comparator.comparing(
                      List.of(Why.REFUSED, Why.UNREADABLE, Why.CUT_OFF)::indexOf))
              .toList());
      assertEquals(1, assessments.stream().filter(Judged.class::isInstance).count());
    }
  }

  @Test
  void onlyWhatIsOfUseIsKnownTheNextTime() throws IOException {
    String refuted =
        ANALYSIS
            .lines()
            .filter(line -> !line.contains("arithmetic") && !line.contains("nonsense"))
            .collect(Collectors.joining("\n"));
    try (ScriptedServer server =
            new ScriptedServer(saying("Er."), saying(refuted), saying(ANALYSIS));
        ChatClient client = client(server.url())) {
      assertEquals(
          Why.UNREADABLE, assertInstanceOf(Unjudged.class, assess(client, 1).getFirst()).why());
      assertFalse(judged(assess(client, 1).getFirst()).stands());
      for (int i = 0; i < 2; i++) assertTrue(judged(assess(client, 1).getFirst()).stands());
      assertEquals(3, server.asked().size());
    }
  }

  @Test
  void anEvaluationIsRated() throws IOException {
    String said =
        "Here is my analysis of the \"solution evaluation\":\nFair.\n"
            + "Based on my analysis, I will rate the \"solution evaluation\" as:\n\\boxed{1}";
    try (ScriptedServer server = new ScriptedServer(saying(said));
        ChatClient client = client(server.url())) {
      List<Reply<Analysis>> ratings =
          new ProofJudge(client, SAMPLING, LIMITS, ISSUES)
              .rate(WRONG, ANALYSIS, new Draws(0, 2, PATIENCE));
      for (Reply<Analysis> rating : ratings) assertEquals(Score.ONE, judged(rating).score());
    }
  }

  @Test
  void whatIsTooLongIsNotAsked() throws IOException {
    try (ScriptedServer server = new ScriptedServer(saying(ANALYSIS));
        ChatClient client = client(server.url())) {
      Derivation large = new Derivation("p", List.of("s".repeat(100_000)));
      List<Reply<Assessment>> assessments =
          new ProofJudge(client, SAMPLING, LIMITS, ISSUES).assess(large, new Draws(0, 2, PATIENCE));
      assertEquals(2, assessments.size());
      assertEquals(Why.TOO_LONG, assertInstanceOf(Unjudged.class, assessments.getFirst()).why());
      assertTrue(server.asked().isEmpty());
    }
  }

  @Test
  void aBetterSolutionIsReadWithItsOwnEvaluation() throws IOException {
    String said =
        """
        ## Solution
        2 + 2 + 3 = 7.
        ## Self Evaluation
        Here is my evaluation of the solution:
        Recomputed.
        Based on my evaluation, the final overall score should be:
        \\boxed{1}
        """;
    try (ScriptedServer server = new ScriptedServer(saying(said));
        ChatClient client = client(server.url())) {
      SelfEvaluated refined =
          judged(
              new ProofJudge(client, SAMPLING, LIMITS, ISSUES)
                  .refine(WRONG, List.of("2 + 2 is 4"), new Draws(0, 1, PATIENCE))
                  .getFirst());
      assertEquals("2 + 2 + 3 = 7.", refined.solution());
      assertEquals(Score.ONE, refined.evaluation().score());
      assertTrue(
          server
              .asked()
              .getFirst()
              .body()
              .at("/messages/0/content")
              .asText()
              .contains("2 + 2 is 4"));
    }
  }

  /** Any model will do: what a small one says need not keep the format, but is told what it is. */
  @Test
  void aRealServerIsUnderstood() {
    String url = System.getenv("WHETSTONE_LLAMA_URL");
    assumeTrue(url != null, "WHETSTONE_LLAMA_URL names no OpenAI-compatible server");
    try (ChatClient client = client(url, "concurrency", "2")) {
      List<Reply<Assessment>> assessments =
          new ProofJudge(client, new Sampling(1, 1, 64, OptionalLong.of(1)), LIMITS, ISSUES)
              .assess(WRONG, new Draws(0, 2, Duration.ofMinutes(5)));
      for (Reply<Assessment> assessment : assessments)
        if (assessment instanceof Unjudged<Assessment>(Why why, String detail))
          assertTrue(why == Why.UNREADABLE || why == Why.CUT_OFF, why + ": " + detail);
      Spent spent = client.spent();
      assertEquals(2, spent.answers());
      assertTrue(spent.inputTokens() > 100 && spent.outputTokens() > 0, spent::toString);
    }
  }
}
