package dev.whetstone.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whetstone.rollout.DatabaseFault;
import dev.whetstone.rollout.Overloaded;
import dev.whetstone.rollout.stream.DeadLetters;
import dev.whetstone.rollout.stream.StreamSettings;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Candidates by Kafka, as {@code POST /api/v1/candidates} takes them; their rewards leave as
 * events. A message is done once its candidates are saved or put aside with the reason: what is
 * overloaded, or without its database, lets the topic wait.
 */
@ApplicationScoped
public class CandidatesTopic {
  private static final Logger LOG = Logger.getLogger(CandidatesTopic.class);
  private static final String KEY = "Idempotency-Key";
  private static final int TRIES = 5;

  private final CandidatesApi candidates;
  private final DeadLetters dead;
  private final ObjectMapper mapper;
  private final Duration pause;

  CandidatesTopic(
      CandidatesApi candidates, DeadLetters dead, ObjectMapper mapper, StreamSettings settings) {
    this.candidates = candidates;
    this.dead = dead;
    this.mapper = mapper;
    this.pause = settings.retry();
  }

  @Incoming("candidates")
  @RunOnVirtualThread
  public void judge(ConsumerRecord<String, String> message) throws InterruptedException {
    try {
      CandidatesApi.Batch batch = read(message.value());
      List<CandidatesApi.ItemResult> results = results(key(message), batch);
      for (CandidatesApi.ItemResult result : results)
        if (result.problem() != null)
          putAside(message, item(batch, result, isOfSeveral(result, results)), result);
    } catch (BadField e) {
      putAside(message, Problems.of(e));
    } catch (JsonProcessingException e) {
      putAside(message, Problems.of(e));
    } catch (RuntimeException e) {
      String reference = UUID.randomUUID().toString();
      LOG.errorf(e, "fault %s", reference);
      putAside(message, Problem.ours(500, "this message could not be judged", reference));
    }
  }

  private CandidatesApi.Batch read(String json) throws JsonProcessingException {
    if (json == null) throw new BadField("body", "the message is empty", "send a JSON object");
    return mapper.readValue(json, CandidatesApi.Batch.class);
  }

  /** The message's place stands for the key that it lacks: it is the same when it comes again. */
  private static String key(ConsumerRecord<String, String> message) {
    Header key = message.headers().lastHeader(KEY);
    return key == null
        ? "kafka:" + place(message)
        : new String(key.value(), StandardCharsets.UTF_8);
  }

  private static String place(ConsumerRecord<String, String> message) {
    return message.topic() + ":" + message.partition() + ":" + message.offset();
  }

  /** What is not judged for a fault of ours is tried again; what was saved stays as it is. */
  private List<CandidatesApi.ItemResult> results(String key, CandidatesApi.Batch batch)
      throws InterruptedException {
    for (int left = TRIES; ; left--) {
      Optional<List<CandidatesApi.ItemResult>> results = tried(key, batch);
      if (results.isPresent() && (left <= 1 || results.get().stream().noneMatch(this::isOurs)))
        return results.get();
      if (results.isEmpty()) left++;
      Thread.sleep(pause);
    }
  }

  private boolean isOurs(CandidatesApi.ItemResult result) {
    return result.status().equals("unjudged");
  }

  /** Empty where it is to wait. */
  private Optional<List<CandidatesApi.ItemResult>> tried(String key, CandidatesApi.Batch batch) {
    try {
      return Optional.of(candidates.judgeAnywhere(key, batch).results());
    } catch (Overloaded | DatabaseFault | Unavailable e) {
      LOG.warnf("candidates of the topic wait: %s", e.getMessage());
      return Optional.empty();
    }
  }

  /** Whether it is of one completion among several, not of the item as a whole. */
  private static boolean isOfSeveral(
      CandidatesApi.ItemResult result, List<CandidatesApi.ItemResult> all) {
    return all.stream().filter(other -> other.item() == result.item()).count() > 1;
  }

  /** A completion alone, or a message of many bad ones would leave as many times its size. */
  private String item(CandidatesApi.Batch batch, CandidatesApi.ItemResult result, boolean alone)
      throws JsonProcessingException {
    JsonNode item = batch.candidates().get(result.item());
    if (alone) item = alone((ObjectNode) item, item.path("completions").path(result.completion()));
    return mapper.writeValueAsString(Map.of("candidates", List.of(item)));
  }

  private ObjectNode alone(ObjectNode item, JsonNode completion) {
    ObjectNode one = mapper.createObjectNode().setAll(item);
    one.putArray("completions").add(completion);
    return one;
  }

  private void putAside(
      ConsumerRecord<String, String> message, String item, CandidatesApi.ItemResult result) {
    Map<String, String> reasons = reasons(message, result.problem());
    reasons.put("item", Integer.toString(result.item()));
    reasons.put("completion", Integer.toString(result.completion()));
    dead.put(message.key(), item, reasons, Map.of(KEY, key(message)));
  }

  private void putAside(ConsumerRecord<String, String> message, Problem problem) {
    String text = message.value() == null ? "" : message.value();
    dead.put(message.key(), text, reasons(message, problem), Map.of(KEY, key(message)));
  }

  private Map<String, String> reasons(ConsumerRecord<String, String> message, Problem problem) {
    Map<String, String> reasons = new LinkedHashMap<>();
    reasons.put("reason", problem.sentence());
    reasons.put("problem", json(problem));
    reasons.put("source", place(message));
    return reasons;
  }

  private String json(Problem problem) {
    try {
      return mapper.writeValueAsString(problem);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a problem is always JSON", e);
    }
  }
}
