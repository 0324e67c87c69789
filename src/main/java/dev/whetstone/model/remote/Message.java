package dev.whetstone.model.remote;

import java.util.Objects;

/** One turn of a conversation. */
public record Message(Role role, String content) {
  /** Who speaks; written in lower case on the wire. */
  public enum Role {
    SYSTEM,
    USER,
    ASSISTANT
  }

  public Message {
    Objects.requireNonNull(role);
    Objects.requireNonNull(content);
  }

  public static Message user(String content) {
    return new Message(Role.USER, content);
  }
}
