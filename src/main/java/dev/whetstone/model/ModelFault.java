package dev.whetstone.model;

/** A fault of the model or of its engine, never of what was read: NaN, a wrong shape, no memory. */
public final class ModelFault extends RuntimeException {
  public ModelFault(String message) {
    super(message);
  }

  public ModelFault(String message, Throwable cause) {
    super(message, cause);
  }
}
