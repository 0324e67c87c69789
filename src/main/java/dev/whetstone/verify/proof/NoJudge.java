package dev.whetstone.verify.proof;

/** No language model is configured that could be asked. */
public final class NoJudge extends RuntimeException {
  private static final long serialVersionUID = 1;

  NoJudge() {
    super("no generative verifier is configured");
  }
}
