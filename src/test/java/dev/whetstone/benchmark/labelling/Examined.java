package dev.whetstone.benchmark.labelling;

import dev.whetstone.model.remote.ChatClient;
import dev.whetstone.model.remote.ScriptedServer;
import dev.whetstone.model.remote.ScriptedServer.Act;
import dev.whetstone.verify.proof.GenerativeMetaJudge;
import dev.whetstone.verify.proof.ProofJudge;
import dev.whetstone.verify.proof.ProofLimits;
import dev.whetstone.verify.proof.Score;
import dev.whetstone.verify.proof.issue.IssueLimits;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.SplittableRandom;

/** A verifier and a meta-verifier, each on a scripted server of its own. */
final class Examined implements AutoCloseable {
  static final String FLAWED =
      evaluation("ISSUE | step 1 | logic | fatal | \"2 + 2 = 5\" | it is 4", "0");
  static final String FINE = evaluation("Each step follows.", "1");

  private static final SmallRyeConfig DEFAULTS =
      new SmallRyeConfigBuilder()
          .withMapping(ProofLimits.class)
          .withMapping(IssueLimits.class)
          .withConverter(Duration.class, 200, Duration::parse)
          .build();

  final ScriptedServer verifier;
  final ScriptedServer metaVerifier;
  private final ChatClient first;
  private final ChatClient second;

  Examined(Act[] verifier, Act... metaVerifier) throws IOException {
    this.verifier = new ScriptedServer(verifier);
    this.metaVerifier = new ScriptedServer(metaVerifier);
    first = client(this.verifier);
    second = client(this.metaVerifier);
  }

  private static ChatClient client(ScriptedServer server) {
    return new ChatClient(
        ScriptedServer.settings(server.url(), "retries", "0"),
        InstantSource.system(),
        new SplittableRandom(1));
  }

  static String evaluation(String text, String score) {
    return "Here is my evaluation of the solution:\n%s\n%s\n\\boxed{%s}"
        .formatted(text, "Based on my evaluation, the final overall score should be:", score);
  }

  static String rating(String score) {
    return "Here is my analysis of the \"solution evaluation\":\nFair.\n"
        + "Based on my analysis, I will rate the \"solution evaluation\" as:\n\\boxed{%s}"
            .formatted(score);
  }

  Examiners by(LabellingSettings settings) {
    return new Examiners(
        judge(first), new GenerativeMetaJudge(judge(second)), Score.ONE, settings.patience());
  }

  private static ProofJudge judge(ChatClient client) {
    return new ProofJudge(
        client,
        client.sampling(),
        DEFAULTS.getConfigMapping(ProofLimits.class),
        DEFAULTS.getConfigMapping(IssueLimits.class));
  }

  int asked() {
    return verifier.asked().size() + metaVerifier.asked().size();
  }

  @Override
  public void close() {
    first.close();
    second.close();
    verifier.close();
    metaVerifier.close();
  }
}
