package dev.whetstone.model.remote;

import java.util.Objects;
import java.util.Optional;

/** What became of one sample. */
public sealed interface Outcome {
  /**
   * @param text what the model says, without its thoughts where the server parts them
   * @param thoughts where the server parts them
   * @param finish why it stopped, in its server's word: {@code stop}, {@code length}; empty if
   *     unsaid
   * @param usage empty where the server does not count
   * @param cached whether it was known already, and so cost nothing
   */
  record Answered(
      String text, Optional<String> thoughts, String finish, Optional<Usage> usage, boolean cached)
      implements Outcome {
    public Answered {
      Objects.requireNonNull(text);
      Objects.requireNonNull(thoughts);
      Objects.requireNonNull(finish);
      Objects.requireNonNull(usage);
    }

    /** Whether it ran out of tokens before its end. */
    public boolean isCutOff() {
      return finish.equals("length");
    }

    Answered fromCache() {
      return new Answered(text, thoughts, finish, usage, true);
    }

    long characters() {
      return (long) text.length() + thoughts.map(String::length).orElse(0);
    }
  }

  /**
   * @param detail what happened, in our words
   * @param said the server's words, 300 characters at most, without the key; they may repeat the
   *     question: for a log at most
   * @param attempts requests that were sent for it
   */
  record Failed(Reason reason, String detail, String said, int attempts) implements Outcome {
    public Failed {
      Objects.requireNonNull(reason);
      Objects.requireNonNull(detail);
      Objects.requireNonNull(said);
    }

    static Failed of(Reason reason, String detail) {
      return new Failed(reason, detail, "", 0);
    }

    Failed after(int attempts) {
      return new Failed(reason, detail, said, attempts);
    }
  }
}
