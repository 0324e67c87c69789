package dev.whetstone.api;

/** Request bodies. */
public final class Bodies {
  private Bodies() {}

  public static <T> T required(T body) {
    if (body == null) throw new BadField("body", "the body is empty", "send a JSON object");
    return body;
  }
}
