package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Speaks the Open Reward Standard below a path, as its clients do. */
record Ors(Door door, String path, String env) {
  /** An event as clients read it: leading blanks of a line are dropped. */
  record Event(String name, String data) {}

  Ors(Door door) {
    this(door, "/ors", "arithmetic");
  }

  String newSession() {
    List<Event> events = events(door.post(path + "/create_session", Map.of()));
    assertEquals(List.of("task_id", "end"), events.stream().map(Event::name).toList());
    assertEquals("", events.getLast().data());
    return events.getFirst().data();
  }

  String session(String environment, String split, int index) {
    String session = newSession();
    create(session, Map.of("env_name", environment, "split", split, "index", index)).expect(200);
    return session;
  }

  Reply create(String session, Map<String, ?> wanted) {
    return door.post(path + "/create", wanted, "X-Session-ID", session);
  }

  JsonNode prompt(String session) {
    return get("/prompt", session).expect(200);
  }

  Reply get(String verb, String session) {
    return door.send(
        "GET", path + "/" + env + verb, BodyPublishers.noBody(), "X-Session-ID", session);
  }

  Reply ping(String session) {
    return bare("/ping", session);
  }

  /** As aiohttp sends an empty POST. */
  Reply bare(String verb, String session) {
    String[] headers = {"X-Session-ID", session, "Content-Type", "application/octet-stream"};
    return door.send("POST", path + verb, BodyPublishers.noBody(), headers);
  }

  JsonNode call(String session, String answer, String taskId) {
    return call(session, "answer", Map.of("answer", answer), taskId);
  }

  JsonNode call(String session, String tool, Map<String, ?> input, String taskId) {
    Map<String, Object> body = Map.of("name", tool, "input", input, "task_id", taskId);
    List<Event> events =
        events(door.post(path + "/" + env + "/call", body, "X-Session-ID", session));
    assertEquals(new Event("task_id", taskId), events.getFirst());
    assertEquals("end", events.getLast().name());
    StringBuilder joined = new StringBuilder();
    events.stream().skip(1).forEach(event -> joined.append(event.data()));
    try {
      return Door.JSON.readTree(joined.toString());
    } catch (JsonProcessingException e) {
      throw new AssertionError(joined.toString(), e);
    }
  }

  static List<Event> events(Reply reply) {
    assertEquals(200, reply.status(), reply::toString);
    assertTrue(reply.type().startsWith("text/event-stream"), reply::toString);
    List<Event> events = new ArrayList<>();
    for (String block : reply.text().split("\n\n", -1))
      if (!block.isBlank() && !block.startsWith(":")) events.add(event(block));
    return events;
  }

  private static Event event(String block) {
    String name = "";
    List<String> data = new ArrayList<>();
    for (String line : block.lines().toList()) {
      String value = line.substring(line.indexOf(':') + 1);
      if (line.startsWith("event:")) name = value.strip();
      else if (line.startsWith("data:")) data.add(readable(value));
    }
    return new Event(name, String.join("\n", data));
  }

  /** One blank may follow the colon; a client drops more of them. */
  private static String readable(String value) {
    String text = value.startsWith(" ") ? value.substring(1) : value;
    assertFalse(text.startsWith(" "), text);
    assertTrue(text.length() <= 4_200, () -> text.length() + " characters in a line");
    return text;
  }
}
