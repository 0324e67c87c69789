package dev.whetstone.rollout.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.whetstone.benchmark.label.CorrectionEvent;
import dev.whetstone.benchmark.label.LabelEvent;
import dev.whetstone.model.Critique;
import dev.whetstone.task.Grade;
import dev.whetstone.task.Split;
import dev.whetstone.training.promotion.State;
import dev.whetstone.training.promotion.VersionEvent;
import dev.whetstone.verify.StepVerdict;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/**
 * What is published is what the schemas say, and what readers of every version on file can read.
 * The files of a version never change: a form that has to change gets another version.
 */
class EventFormsTest {
  private static final Path PUBLISHED = Path.of("src/main/resources/META-INF/resources");
  private static final Path SAMPLES = Path.of("src/test/resources/events");
  private static final UUID RUN = UUID.fromString("01a204fd-1a0a-7821-a5c2-d7010a8bb665");
  private static final Instant AT = Instant.parse("2026-01-02T03:04:05.123456Z");

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModules(new Jdk8Module(), new JavaTimeModule())
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  static Stream<Event> events() {
    return Stream.of(
        event("outcome", RUN, outcome()),
        event("move", RUN, new MoveEvent(3, "gcd", "num_terms", 0, 1, "P(solved > 0.50) = 0.98")),
        event("finished", RUN, new FinishedEvent(7, 5)),
        event(
            "label",
            null,
            new LabelEvent(
                "reviewed", "r-1", "TRAIN", "++-", "SOLUTION", false, "g", "human", "MIT", 0.97)),
        event("correction", null, new CorrectionEvent("labelled", "l-1", 0.97, 0.91)),
        event(
            "version",
            null,
            new VersionEvent("step-verifier", "6", State.SERVING, "gate", "better", List.of(RUN))));
  }

  private static Event event(String type, UUID run, Record data) {
    return new Event(type, 1, type + ":1", AT, run, data);
  }

  private static OutcomeEvent outcome() {
    StepVerdict steps =
        new StepVerdict.Read(
            "step-verifier@5",
            List.of(0.9, 0.2),
            OptionalInt.of(1),
            0.0,
            0.2,
            List.of(new Critique(1, "", Critique.WRONG_ARITHMETIC, 0.8)));
    return new OutcomeEvent(
        12,
        "task:" + RUN + "@1",
        2,
        "key 0 1",
        "gcd",
        "1",
        "num_terms=1",
        Split.TRAIN,
        4,
        0.25,
        "5d1ff3a291f91fa59b2767d5f733a1478034514faf4feb73ad2a3df4efb4475d",
        Grade.RIGHT,
        1.0,
        Map.of("correct", 1.0),
        0.0,
        "exact@1",
        steps,
        false,
        "correctness@1");
  }

  @ParameterizedTest
  @MethodSource("events")
  void anEventIsAsItsVersionHasEverBeen(Event event) throws IOException {
    JsonNode written = JSON.readTree(JSON.writeValueAsString(event));
    JsonNode sample = JSON.readTree(SAMPLES.resolve(file(event)).toFile());
    assertHolds(sample, written, event.type());
  }

  /** More may be there, nothing may be missing or mean another thing. */
  private static void assertHolds(JsonNode earlier, JsonNode now, String at) {
    if (!earlier.isObject()) {
      assertEquals(earlier, now, at);
      return;
    }
    earlier
        .properties()
        .forEach(
            field -> {
              String name = at + "." + field.getKey();
              assertTrue(now.has(field.getKey()), () -> name + " is missing");
              assertHolds(field.getValue(), now.get(field.getKey()), name);
            });
  }

  @ParameterizedTest
  @MethodSource("events")
  void aSchemaNamesEveryFieldAndNoOther(Event event) throws IOException {
    JsonNode schema = JSON.readTree(PUBLISHED.resolve("events").resolve(file(event)).toFile());
    JsonNode written = JSON.readTree(JSON.writeValueAsString(event));
    assertEquals(names(written), names(schema.path("properties")));
    JsonNode data = schema.path("properties").path("data");
    assertEquals(names(written.path("data")), names(data.path("properties")));
    assertEquals(event.type(), schema.at("/properties/type/const").asText());
    assertEquals(event.version(), schema.at("/properties/version/const").asInt());
  }

  @Test
  void everySchemaIsInTheDocumentAndEveryReferenceLeadsSomewhere() throws IOException {
    Set<String> forms = new TreeSet<>();
    try (Stream<Path> files = Files.list(PUBLISHED.resolve("events"))) {
      files.forEach(file -> forms.add("./events/" + file.getFileName()));
    }
    String document = Files.readString(PUBLISHED.resolve("asyncapi.yaml"));
    Set<String> referred =
        document
            .lines()
            .filter(line -> line.contains("schema: {$ref: "))
            .map(line -> line.substring(line.indexOf('\'') + 1, line.lastIndexOf('\'')))
            .collect(Collectors.toCollection(TreeSet::new));
    forms.remove("./events/finished-1.json"); // of live streams alone
    assertEquals(forms, referred);
  }

  @Test
  void theDocumentNamesEveryTopic() throws IOException {
    try (Reader document = Files.newBufferedReader(PUBLISHED.resolve("asyncapi.yaml"))) {
      JsonNode channels = JSON.valueToTree(new Yaml().load(document)).path("channels");
      Set<String> addresses = new TreeSet<>();
      channels.forEach(channel -> addresses.add(channel.path("address").asText()));
      assertEquals(
          Set.of(
              "whetstone." + OutcomeEvents.SOURCE.name(),
              "whetstone." + MoveEvents.SOURCE.name(),
              "whetstone.labels",
              "whetstone.corrections",
              "whetstone.verifiers",
              "whetstone.candidates",
              "whetstone.candidates.dead"),
          addresses);
    }
  }

  private static String file(Event event) {
    return event.type() + "-" + event.version() + ".json";
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
