package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Atropos' server, in the words of its environments and its trainer. */
@ExtendWith(SharedServer.class)
class AtroposIT {
  private static final String AT = "/atropos";

  @BeforeEach
  void nothingIsThere(Door door) {
    Reply reply = door.get(AT + "/reset_data");
    assertEquals(200, reply.status());
    assertEquals("Reset successful", reply.text());
  }

  @AfterEach
  void nothingIsHarmed(Witness witness) {
    witness.isUnharmed();
  }

  @Test
  void fromRegistrationToTheBatch(Door door) {
    assertEquals("wait for trainer to start", environment(door, 2).path("status").asText());
    assertEquals("error", get(door, "/batch").path("status").asText());
    assertEquals(-1, get(door, "/info").path("batch_size").asInt());
    BigInteger uuid = register(door, 4).path("uuid").bigIntegerValue();
    assertTrue(uuid.bitLength() > 64 && uuid.bitLength() <= 128, uuid::toString);
    assertEquals("wait for trainer to start", environment(door, 2).path("status").asText());
    assertTrue(get(door, "/batch").path("batch").isNull());

    JsonNode environment = environment(door, 2);
    assertEquals("success", environment.path("status").asText(), environment::toString);
    assertEquals("math_0", environment.path("wandb_name").asText());
    assertEquals(7, environment.path("starting_step").asInt());
    assertEquals(1, environment(door, 2).path("env_id").asInt());
    assertEquals("received", send(door, group(0, 2, "a")).path("status").asText());
    assertTrue(get(door, "/batch").path("batch").isNull(), "two of four");
    send(door, group(0, 2, "b"));
    send(door, group(1, 2, "c"));
    assertEquals(3, get(door, "/status").path("queue_size").asInt());

    assertEquals(List.of("a", "b"), names(get(door, "/batch")));
    assertEquals(8, get(door, "/status").path("current_step").asInt());
    assertEquals(1, get(door, "/status").path("queue_size").asInt());
    assertTrue(get(door, "/batch").path("batch").isNull());
    assertEquals("c", get(door, "/latest_example").at("/generation_params/name").asText());
    assertEquals("g", get(door, "/wandb_info").path("group").asText());
    assertEquals(4, get(door, "/info").path("batch_size").asInt());
    assertEquals("success", disconnect(door, 1).path("status").asText());
    assertEquals("failure", disconnect(door, 9).path("status").asText());
  }

  @Test
  void whatIsSentComesOutAsItWas(Door door) {
    register(door, 1);
    ObjectNode sent = Door.JSON.valueToTree(group(null, 1, "\u00fc\ud83d\ude00\u0000"));
    sent.putArray("messages").addArray().addObject().put("role", "user").put("content", "\ud800");
    sent.putArray("scores").add(0.1);
    sent.putArray("inference_logprobs").addArray().add(-1.5e-9);
    send(door, sent);

    JsonNode out = get(door, "/batch").at("/batch/0");

    for (String key :
        List.of("tokens", "masks", "scores", "inference_logprobs", "generation_params"))
      assertEquals(sent.get(key), out.get(key), key);
    assertEquals("\ufffd", out.at("/messages/0/0/content").asText());
    for (String key : List.of("env_id", "advantages", "images", "overrides", "distill_token_ids"))
      assertTrue(out.has(key) && out.get(key).isNull(), key);
  }

  @Test
  void groupsOfAnotherSizeWaitUntilTheyAreWhole(Door door) {
    register(door, 4);
    get(door, "/batch");
    environment(door, 4);
    JsonNode first = send(door, group(0, 3, "three"));
    assertEquals("buffered", first.path("status").asText());
    assertEquals(3, first.path("buffer_size").asInt());
    assertEquals(5, send(door, group(0, 2, "two")).path("buffer_size").asInt());
    assertEquals(2, send(door, group(0, 1, "one")).path("buffer_size").asInt());
    assertEquals(2, get(door, "/status").path("queue_size").asInt());
    JsonNode list =
        door.post(AT + "/scored_data_list", List.of(group(0, 2, "x"), group(0, 4, "y")))
            .expect(200);
    assertEquals(2, list.path("groups_processed").asInt(), list::toString);
    assertEquals(
        0,
        door.post(AT + "/scored_data_list", "[]").expect(200).path("groups_processed").asInt(-1));
    assertEquals(5, get(door, "/status").path("queue_size").asInt());
  }

  @Test
  void anEnvironmentHasItsPartOfEachBatch(Door door) {
    register(door, 4);
    get(door, "/batch");
    environment(door, 2, 0.5);
    environment(door, 2);
    for (String name : List.of("a", "b", "c")) send(door, group(1, 2, name));
    assertTrue(get(door, "/batch").path("batch").isNull(), "none of the first environment's");
    send(door, group(0, 2, "own"));
    JsonNode share = status(door, 0);
    assertEquals(0.5, share.path("unallocated_fraction").asDouble());
    assertEquals(0.5, share.path("env_weight").asDouble());
    assertEquals(1, share.path("self_queue_size").asInt());
    assertEquals(4, share.path("queue_size").asInt());
    assertEquals(2, share.path("max_group_size").asInt());
    assertEquals(List.of("own", "a"), names(get(door, "/batch")));
    assertTrue(get(door, "/batch").path("batch").isNull());
  }

  @Test
  void bodiesComeZipped(Door door) throws IOException {
    register(door, 1);
    byte[] zipped =
        zipped(out -> out.write(Door.json(group(null, 1, "zip")).getBytes(StandardCharsets.UTF_8)));
    Reply reply = door.post(AT + "/scored_data", zipped, "Content-Encoding", "gzip");
    assertEquals("received", reply.expect(200).path("status").asText());
    assertEquals(List.of("zip"), names(get(door, "/batch")));
  }

  /** Half as large again as the server's memory. */
  @Test
  void aBatchMayBeLargerThanTheMemory(Door door) throws Exception {
    int groups = 96;
    register(door, groups);
    Map<String, Object> group = group(null, 1, "large");
    group.put("messages", List.of(List.of(Map.of("role", "user", "content", "x".repeat(4 << 20)))));
    String body = Door.json(group);
    for (int i = 0; i < groups; i++) door.post(AT + "/scored_data", body).expect(200);
    HttpRequest request = HttpRequest.newBuilder(URI.create(door.base() + AT + "/batch")).build();
    long bytes;
    try (InputStream in = door.client().send(request, BodyHandlers.ofInputStream()).body()) {
      bytes = in.transferTo(OutputStream.nullOutputStream());
    }
    assertTrue(bytes > (long) groups << 22, bytes + " bytes");
    assertTrue(get(door, "/batch").path("batch").isNull());
  }

  @Test
  void whatIsWrongIsToldAsADetail(Door door) {
    Reply early = door.post(AT + "/scored_data", group(null, 1, "early"));
    detail(503, "trainer", early);
    assertFalse(early.text().contains("idempotency"), "no key is honoured: " + early);
    detail(400, "batch_size", door.post(AT + "/register", registration(0)));
    register(door, 1);
    get(door, "/batch");
    detail(400, "group_size", door.post(AT + "/register-env", environment(0, null)));
    detail(400, "min_batch_allocation", door.post(AT + "/register-env", environment(1, 2.0)));
    for (String key : List.of("tokens", "masks", "scores")) {
      Map<String, Object> group = group(null, 2, "bad");
      group.put(key, List.of());
      detail(400, key, door.post(AT + "/scored_data", group));
      group.remove(key);
      detail(400, key, door.post(AT + "/scored_data", group));
    }
    Map<String, Object> flat = group(null, 1, "flat");
    flat.put("tokens", List.of(1));
    detail(400, "tokens", door.post(AT + "/scored_data", flat));
    detail(400, "", door.post(AT + "/scored_data", "{\"scores\":[NaN]}"));
    detail(400, "", door.post(AT + "/scored_data_list", group(null, 1, "no list")));
    detail(400, "env_id", body(door, "GET", "/status-env", Map.of("env_id", 5)));
    detail(404, "", door.get(AT + "/nothing"));
    detail(
        400,
        "[1].tokens",
        door.post(AT + "/scored_data_list", List.of(group(null, 1, "good"), flat)));
    assertEquals(0, get(door, "/status").path("queue_size").asInt());
  }

  private static JsonNode register(Door door, int batchSize) {
    return door.post(AT + "/register", registration(batchSize)).expect(200);
  }

  private static Map<String, Object> registration(int batchSize) {
    return Map.of(
        "wandb_group",
        "g",
        "wandb_project",
        "p",
        "batch_size",
        batchSize,
        "max_token_len",
        2048,
        "checkpoint_dir",
        "/c",
        "save_checkpoint_interval",
        5,
        "starting_step",
        7,
        "num_steps",
        100);
  }

  private static Map<String, Object> environment(int groupSize, Double allocation) {
    Map<String, Object> environment = new HashMap<>();
    environment.put("max_token_length", 2048);
    environment.put("desired_name", "math");
    environment.put("weight", 1.0);
    environment.put("group_size", groupSize);
    environment.put("min_batch_allocation", allocation);
    return environment;
  }

  private static JsonNode environment(Door door, int groupSize) {
    return door.post(AT + "/register-env", environment(groupSize, null)).expect(200);
  }

  private static JsonNode environment(Door door, int groupSize, double allocation) {
    return door.post(AT + "/register-env", environment(groupSize, allocation)).expect(200);
  }

  private static JsonNode disconnect(Door door, int id) {
    return door.post(AT + "/disconnect-env", Map.of("env_id", id)).expect(200);
  }

  private static Map<String, Object> group(Integer environment, int sequences, String name) {
    Map<String, Object> group = new HashMap<>();
    group.put("tokens", Collections.nCopies(sequences, List.of(1, 2, 3)));
    group.put("masks", Collections.nCopies(sequences, List.of(-100, 2, 3)));
    group.put("scores", Collections.nCopies(sequences, 1.0));
    group.put("generation_params", Map.of("name", name));
    if (environment != null) group.put("env_id", environment);
    return group;
  }

  private static JsonNode send(Door door, Object group) {
    return door.post(AT + "/scored_data", group).expect(200);
  }

  private static JsonNode get(Door door, String path) {
    return door.get(AT + path).expect(200);
  }

  private static JsonNode status(Door door, int id) {
    return body(door, "GET", "/status-env", Map.of("env_id", id)).expect(200);
  }

  private static Reply body(Door door, String method, String path, Object body) {
    return door.send(
        method,
        AT + path,
        BodyPublishers.ofString(Door.json(body)),
        "Content-Type",
        "application/json");
  }

  private static List<String> names(JsonNode batch) {
    List<String> names = new ArrayList<>();
    for (JsonNode group : batch.path("batch"))
      names.add(group.at("/generation_params/name").asText());
    return names;
  }

  /** Writes what is to be zipped. */
  private interface Writing {
    void to(OutputStream out) throws IOException;
  }

  private static byte[] zipped(Writing writing) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      writing.to(out);
    }
    return bytes.toByteArray();
  }

  private static void detail(int status, String names, Reply reply) {
    assertEquals(status, reply.status(), reply::toString);
    assertTrue(reply.json().path("detail").asText().contains(names), reply::toString);
    assertFalse(reply.json().path("detail").asText().isBlank(), reply::toString);
  }
}
