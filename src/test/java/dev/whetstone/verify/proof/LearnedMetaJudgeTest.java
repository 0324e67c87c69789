package dev.whetstone.verify.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.whetstone.model.Derivation;
import dev.whetstone.verify.LearnedVerifier;
import dev.whetstone.verify.StepReadings;
import dev.whetstone.verify.StepVerdict;
import dev.whetstone.verify.StepVerdict.Read;
import dev.whetstone.verify.StepVerdict.Unread;
import dev.whetstone.verify.VerifyLimits;
import dev.whetstone.verify.proof.Reply.Judged;
import dev.whetstone.verify.proof.Reply.Unjudged;
import dev.whetstone.verify.proof.Reply.Why;
import dev.whetstone.verify.proof.issue.IssueLimits;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LearnedMetaJudgeTest {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final SmallRyeConfig DEFAULTS =
      new SmallRyeConfigBuilder()
          .withMapping(IssueLimits.class)
          .withMapping(VerifyLimits.class)
          .withConverter(Duration.class, 200, Duration::parse)
          .build();
  private static final IssueLimits LIMITS = DEFAULTS.getConfigMapping(IssueLimits.class);
  private static final Derivation PROOF =
      new Derivation("Show it.", List.of("Clearly A.", "Hence B.", "So C."));

  /** P(right) is .9, .2 and .95; P(no step is wrong) is .171. */
  private static final Read READ =
      new Read("step@7", List.of(0.9, 0.2, 0.95), OptionalInt.of(1), 0, 0.171, List.of());

  private int asked;

  private static StepReadings readings(LearnedVerifier verifier) {
    return new StepReadings(verifier, DEFAULTS.getConfigMapping(VerifyLimits.class), 3);
  }

  private MetaJudge judge(StepVerdict said, double realFrom) {
    LearnedVerifier verifier =
        (_, _) -> {
          asked++;
          return CompletableFuture.completedFuture(said);
        };
    return new LearnedMetaJudge(readings(verifier), LIMITS, realFrom);
  }

  private static String issue(int step, String quote) {
    return "ISSUE | step %d | logic | fatal | \"%s\" | it does not follow".formatted(step, quote);
  }

  private MetaVerdict rate(String issues, Score score) {
    Reply<MetaVerdict> said =
        judge(READ, 0.5).judge(PROOF, new Analysis(issues, score), 0, PATIENCE);
    assertInstanceOf(Judged.class, said, said::toString);
    return ((Judged<MetaVerdict>) said).value();
  }

  @Test
  void anIssueIsRealWhereItsStepIsProbablyWrong() {
    MetaVerdict real = rate(issue(2, "Hence B."), Score.ZERO);
    assertEquals(Score.ONE, real.score());
    assertEquals("step@7", real.metaVerifier());
    assertEquals("P(the step is wrong) is 0.800", real.assessment().issues().getFirst().why());
    assertEquals(Score.ZERO, rate(issue(1, "Clearly A."), Score.ZERO).score());
    assertEquals(
        Score.HALF, rate(issue(1, "Clearly A.") + "\n" + issue(2, "Hence B."), Score.ZERO).score());
    assertEquals(
        Score.HALF, rate(issue(2, "Hence B."), Score.HALF).score(), "a fatal issue leaves 0");
  }

  @ParameterizedTest
  @CsvSource({"0.80, ONE", "0.81, ZERO", "1, ZERO"})
  void fromWhichProbabilityOnIsSaid(double realFrom, Score score) {
    Reply<MetaVerdict> said =
        judge(READ, realFrom)
            .judge(PROOF, new Analysis(issue(2, "Hence B."), Score.ZERO), 0, PATIENCE);
    assertEquals(score, ((Judged<MetaVerdict>) said).value().score());
  }

  @Test
  void whatNeedsNoModelAsksNone() {
    assertEquals(Score.ZERO, rate(issue(2, "Hence Z."), Score.ZERO).score(), "an invented quote");
    assertEquals(Score.ONE, rate("All is well.", Score.ONE).score(), "no issue is no wrong one");
    assertEquals(0, asked);
  }

  @Test
  void anIssueWithTheWholeIsRealWhereSomeStepIsProbablyWrong() {
    String gap = "ISSUE | whole | completeness | fatal | \"\" | a case is missing";
    assertEquals(Score.ONE, rate(gap, Score.ZERO).score());
    assertEquals(Score.HALF, rate("I doubt it.", Score.ZERO).score(), "no issue could be read");
    Read sound = new Read("step@7", List.of(), OptionalInt.empty(), 1, 0.9, List.of());
    for (String said : List.of(gap, "I doubt it.", issue(2, "Hence B.")))
      assertEquals(
          Score.ZERO,
          ((Judged<MetaVerdict>)
                  judge(sound, 0.5).judge(PROOF, new Analysis(said, Score.ZERO), 0, PATIENCE))
              .value()
              .score(),
          said);
  }

  @ParameterizedTest
  @EnumSource(StepVerdict.Why.class)
  void whereNothingIsReadNothingIsSaid(StepVerdict.Why why) {
    Reply<MetaVerdict> said =
        judge(new Unread(why, "detail"), 0.5)
            .judge(PROOF, new Analysis(issue(2, "Hence B."), Score.ZERO), 0, PATIENCE);
    assertInstanceOf(Unjudged.class, said);
  }

  @Test
  void aModelThatHangsCostsNoMoreThanThePatience() {
    LearnedVerifier hangs = (_, _) -> new CompletableFuture<>();
    Reply<MetaVerdict> said =
        new LearnedMetaJudge(readings(hangs), LIMITS, 0.5)
            .judge(PROOF, new Analysis(issue(2, "Hence B."), Score.ZERO), 0, Duration.ofMillis(50));
    assertEquals(Why.UNANSWERED, assertInstanceOf(Unjudged.class, said).why());
  }

  @ParameterizedTest
  @CsvSource({"0", "-0.1", "1.01", "NaN"})
  void whatIsNoProbabilityIsRefused(double realFrom) {
    assertThrows(IllegalArgumentException.class, () -> judge(READ, realFrom));
  }
}
