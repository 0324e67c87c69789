package dev.whetstone.training.recipe;

/**
 * A recipe that cannot be followed; its message is one line: the field, what is wrong, the mend.
 */
public final class InvalidRecipe extends Exception {
  private static final long serialVersionUID = 1;

  /**
   * @param field as {@code fit.steps} or {@code train[0].labels}
   * @param reason what is wrong, and the mend
   */
  public InvalidRecipe(String field, String reason) {
    super(field + ": " + reason);
  }

  public InvalidRecipe(String reason, Throwable cause) {
    super(reason, cause);
  }
}
