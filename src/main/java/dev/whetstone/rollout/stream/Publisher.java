package dev.whetstone.rollout.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Hands events to the broker's channel. */
@ApplicationScoped
class Publisher {
  private final Emitter<String> events;
  private final ObjectMapper mapper;
  private final String prefix;

  Publisher(
      @Channel("events") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) Emitter<String> events,
      ObjectMapper mapper,
      StreamSettings settings) {
    this.events = events;
    this.mapper = mapper;
    this.prefix = settings.prefix() + ".";
  }

  /** Done once the broker has all of them; what fails may have been taken in part. */
  CompletableFuture<Void> publish(String topic, List<Entry> entries) {
    return CompletableFuture.allOf(
        entries.stream()
            .map(entry -> send(topic, entry.key(), json(entry.event()), Map.of()))
            .toArray(CompletableFuture<?>[]::new));
  }

  CompletableFuture<Void> send(String topic, String key, String text, Map<String, String> headers) {
    CompletableFuture<Void> sent = new CompletableFuture<>();
    events.send(
        Message.of(
            text,
            Metadata.of(metadata(prefix + topic, key, headers)),
            () -> done(sent.complete(null)),
            e -> done(sent.completeExceptionally(e))));
    return sent;
  }

  private static OutgoingKafkaRecordMetadata<String> metadata(
      String topic, String key, Map<String, String> headers) {
    Headers all = new RecordHeaders();
    headers.forEach((name, value) -> all.add(name, value.getBytes(StandardCharsets.UTF_8)));
    return OutgoingKafkaRecordMetadata.<String>builder()
        .withTopic(topic)
        .withKey(key)
        .withHeaders(all)
        .build();
  }

  private static CompletionStage<Void> done(boolean unused) {
    return CompletableFuture.completedStage(null);
  }

  private String json(Event event) {
    try {
      return mapper.writeValueAsString(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an event is always JSON", e);
    }
  }
}
