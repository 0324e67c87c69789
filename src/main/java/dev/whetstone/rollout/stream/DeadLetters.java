package dev.whetstone.rollout.stream;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Where messages go that nobody could make use of, with the reason. */
@ApplicationScoped
public class DeadLetters {
  private static final String TOPIC = "candidates.dead";

  private final Publisher publisher;

  DeadLetters(Publisher publisher) {
    this.publisher = publisher;
  }

  /** Returns once the broker has it, however long that takes. */
  public void put(String key, String message, Map<String, String> headers) {
    publisher.send(TOPIC, key, message, headers).join();
  }
}
