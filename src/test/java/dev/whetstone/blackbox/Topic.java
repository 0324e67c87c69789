package dev.whetstone.blackbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What a consumer reads of a topic from its beginning, duplicates and all. */
final class Topic implements AutoCloseable {
  private final KafkaConsumer<String, String> consumer;
  private final List<ConsumerRecord<String, String>> records = new ArrayList<>();
  private final String name;

  Topic(Broker broker, String name) {
    this.name = name;
    consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                broker.address(),
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest"),
            new StringDeserializer(),
            new StringDeserializer());
  }

  /** A text with an idempotency key. */
  static ProducerRecord<String, String> message(String text, String key) {
    ProducerRecord<String, String> message = new ProducerRecord<>("any", text);
    message.headers().add("Idempotency-Key", key.getBytes(StandardCharsets.UTF_8));
    return message;
  }

  /** Returns once the broker has them. */
  @SafeVarargs
  static void write(Broker broker, String topic, ProducerRecord<String, String>... messages)
      throws InterruptedException, ExecutionException {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.address()),
            new StringSerializer(),
            new StringSerializer())) {
      for (ProducerRecord<String, String> message : messages)
        producer
            .send(
                new ProducerRecord<>(
                    topic, (Integer) null, (String) null, message.value(), message.headers()))
            .get();
    }
  }

  /** Reads on until something is so. */
  void readUntil(Duration limit, BooleanSupplier done) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!done.getAsBoolean()) {
      if (System.nanoTime() > deadline)
        throw new AssertionError("after " + limit + " there are " + records.size() + " of " + name);
      if (consumer.assignment().isEmpty()) assign();
      else consumer.poll(Duration.ofMillis(100)).forEach(records::add);
    }
  }

  private void assign() {
    List<TopicPartition> all =
        consumer.partitionsFor(name, Duration.ofSeconds(20)).stream()
            .map(p -> new TopicPartition(name, p.partition()))
            .toList();
    consumer.assign(all);
    consumer.seekToBeginning(all);
  }

  int size() {
    return records.size();
  }

  List<ConsumerRecord<String, String>> records() {
    return records;
  }

  /** Each event once, where it came first, by its id. */
  Map<String, JsonNode> ofKey(String key) {
    Map<String, JsonNode> events = new LinkedHashMap<>();
    for (ConsumerRecord<String, String> record : records)
      if (key.equals(record.key())) {
        JsonNode event = json(record.value());
        events.putIfAbsent(event.path("id").asText(), event);
      }
    return events;
  }

  static JsonNode json(String text) {
    try {
      return Door.JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(text, e);
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
