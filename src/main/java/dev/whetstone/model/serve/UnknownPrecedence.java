package dev.whetstone.model.serve;

/** It cannot be told now which version is to serve. */
public final class UnknownPrecedence extends RuntimeException {
  private static final long serialVersionUID = 1;

  public UnknownPrecedence(String message, Throwable cause) {
    super(message, cause);
  }
}
