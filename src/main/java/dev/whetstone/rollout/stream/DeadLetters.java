package dev.whetstone.rollout.stream;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.apache.kafka.common.errors.RecordTooLargeException;

/** Where messages go that nobody could make use of, with the reason. */
@ApplicationScoped
public class DeadLetters {
  private static final String TOPIC = "candidates.dead";

  private final Publisher publisher;

  DeadLetters(Publisher publisher) {
    this.publisher = publisher;
  }

  /**
   * Returns once the broker has it, however long that takes.
   *
   * @param reasons kept where the whole is more than a record may have, as it can be by these
   * @param sent with the message
   */
  public void put(
      String key, String message, Map<String, String> reasons, Map<String, String> sent) {
    Map<String, String> headers = new HashMap<>(reasons);
    headers.putAll(sent);
    try {
      publisher.send(TOPIC, key, message, headers).join();
    } catch (CompletionException e) {
      if (!(e.getCause() instanceof RecordTooLargeException)) throw e;
      publisher.send(TOPIC, null, "", reasons).join();
    }
  }
}
