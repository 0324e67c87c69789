package dev.whetstone.training.promotion;

/** No version of a verifier of that name was ever seen. */
public final class UnknownVerifier extends RuntimeException {
  private static final long serialVersionUID = 1;

  public UnknownVerifier(String verifier) {
    super("there is no verifier " + verifier);
  }
}
