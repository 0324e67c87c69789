package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The Open Reward Standard, in both of its clients' ways of naming an environment. */
@ExtendWith(SharedServer.class)
class OrsIT {
  private static final Map<String, String> TRAIN = Map.of("split", "train");

  @AfterEach
  void nothingIsHarmed(Witness witness) {
    witness.isUnharmed();
  }

  @Test
  void environmentsAndTheirTasksAreListed(Door door) throws Exception {
    assertEquals("{\"status\":\"ok\"}", door.get("/ors/health").text());
    JsonNode all = door.get("/ors/list_environments").expect(200);
    assertEquals("arithmetic", all.path(0).asText());
    assertEquals(all, door.get("/list_environments").expect(200));
    String splits = "[{'name':'train','type':'train'},{'name':'test','type':'test'}]";
    assertEquals(json(splits), door.get("/ors/arithmetic/splits").expect(200));
    JsonNode tasks = door.post("/ors/arithmetic/tasks", TRAIN).expect(200);
    assertEquals("arithmetic", tasks.path("env_name").asText());
    assertEquals(1024, tasks.path("tasks").size());
    assertEquals(
        1024, door.post("/ors/arithmetic/num_tasks", TRAIN).expect(200).path("num_tasks").asInt());
    Map<String, ?> third = Map.of("split", "train", "index", 3);
    JsonNode task = door.post("/ors/arithmetic/task", third).expect(200);
    assertEquals(tasks.path("tasks").get(3), task.path("task"));
    assertEquals("arithmetic", task.path("env_name").asText());
  }

  @Test
  void aRangeIsAPythonSlice(Door door) {
    assertEquals(List.of(1022, 1023), range(door, Map.of("split", "train", "start", -2)));
    assertEquals(List.of(0, 1), range(door, Map.of("split", "train", "stop", 2)));
    assertEquals(List.of(), range(door, Map.of("split", "train", "start", 5, "stop", 2)));
    assertEquals(
        List.of(255), range(door, Map.of("split", "test", "start", 255, "stop", 1_000_000)));
  }

  private static List<Integer> range(Door door, Map<String, ?> wanted) {
    JsonNode tasks = door.post("/ors/arithmetic/task_range", wanted).expect(200).path("tasks");
    return DrivenRun.list(tasks).stream().map(task -> task.path("index").asInt()).toList();
  }

  @Test
  void theOtherDialectNamesTheEnvironmentInAHeader(Door door) throws Exception {
    for (String base : List.of("", "/ors")) {
      JsonNode tools = get(door, base + "/tools", "me/arithmetic").expect(200);
      String schema =
          "{'tools':[{'name':'answer','description':'Gives your answer, which ends the task.',"
              + "'input_schema':{'type':'object','properties':{'answer':{'type':'string',"
              + "'description':'your answer, in the form asked for'}},'required':['answer']}}]}";
      assertEquals(json(schema), tools);
      Reply task =
          door.post(
              base + "/task",
              Map.of("split", "test", "index", 0),
              "X-Deployment",
              "whoever/arithmetic");
      assertEquals("arithmetic", task.expect(200).path("env_name").asText());
      String url = "http://127.0.0.1:1";
      assertEquals(2, get(door, base + "/splits", url).expect(200).size());
      isDetail(404, get(door, base + "/splits", "me/nothing"));
    }
    assertEquals("0.1.0", door.get("/ors/version").expect(200).path("version").asText());
    get(door, "/api/v1/runs/x", "me/arithmetic").problem(400, "run");
  }

  private static Reply get(Door door, String path, String deployment) {
    return door.send("GET", path, BodyPublishers.noBody(), "X-Deployment", deployment);
  }

  @Test
  void aSessionIsPlayed(Door door) throws Exception {
    for (String path : List.of("/ors", "")) {
      Ors ors = new Ors(door, path, "arithmetic");
      DrivenRun run = DrivenRun.create(door, "arithmetic", 4);
      Handed task = run.task();
      String right = of(ors, task);
      String wrong = of(ors, task);
      String blocks = "[{'type':'text','text':" + Door.json(task.question()) + ",'detail':null}]";
      assertEquals(json(blocks), ors.prompt(right));
      assertEquals(
          "answer", ors.get("/task_tools", right).expect(200).at("/tools/0/name").asText());
      assertEquals("user", ors.get("/messages", right).expect(200).at("/0/role").asText());
      assertEquals("{\"status\":\"ok\"}", ors.ping(right).text());

      JsonNode answered = ors.call(right, task.right("1"), "t1");
      String output =
          "{'ok':true,'output':{'blocks':[{'type':'text','text':'Your answer was taken.',"
              + "'detail':null}],'metadata':{'task':'"
              + task.task()
              + "','family':'"
              + task.json().path("family").asText()
              + "','components':{'correct':1.0,'readable':1.0}},'reward':1.0,'finished':true}}";
      assertEquals(json(output), answered);
      assertEquals(answered, ors.call(right, task.right("1"), "t1"));
      assertEquals("episode_finished", ors.call(right, "4", "t2").path("reason").asText());
      JsonNode low = ors.call(wrong, task.unreadable("2"), "t1");
      assertEquals(0.0, low.at("/output/reward").asDouble(-1), low::toString);
      assertEquals(2, run.outcomes().size());
      assertEquals(200, ors.bare("/delete", right).status());
      assertEquals(200, ors.bare("/delete_session", right).status());
      isDetail(410, ors.ping(right));
      run.agreeingAudit();
    }
  }

  private static String of(Ors ors, Handed task) {
    String session = ors.newSession();
    Map<String, ?> spec = Map.of("task", task.task(), "whatever", 1);
    ors.create(session, Map.of("task_spec", spec, "secrets", Map.of())).expect(200);
    return session;
  }

  @Test
  void aGroupSharesItsListedTask(Door door) {
    Ors ors = new Ors(door);
    JsonNode first = ors.prompt(ors.session("arithmetic", "train", 1_000));
    for (int place = 1; place < 8; place++)
      assertEquals(first, ors.prompt(ors.session("arithmetic", "train", 1_000)));
    assertNotEquals(first, ors.prompt(ors.session("arithmetic", "train", 1_000)));
    JsonNode listed =
        door.post("/ors/arithmetic/task", Map.of("split", "test", "index", 9)).expect(200);
    String session = ors.newSession();
    ors.create(session, Map.of("task_spec", listed.path("task"))).expect(200);
    assertEquals(ors.prompt(ors.session("arithmetic", "test", 9)), ors.prompt(session));
  }

  @Test
  void aRunIsAnEnvironmentToo(Door door) {
    DrivenRun run = DrivenRun.create(door, "arithmetic", 2);
    assertEquals(1, door.get("/ors/" + run.id() + "/splits").expect(200).size());
    Ors ors = new Ors(door);
    String session = ors.session(run.id(), "train", 0);
    ors.call(session, "no number", "t");
    assertEquals(1, run.outcomes().size());
    isDetail(404, door.get("/ors/" + UUID.randomUUID() + "/splits"));
  }

  @Test
  void whatIsWrongIsToldInTheStandardsForm(Door door) {
    Ors ors = new Ors(door);
    String session = ors.session("arithmetic", "train", 5);
    Map<String, Object> listed = Map.of("split", "train", "index", 1);
    isDetail(400, ors.create(session, listed));
    isDetail(400, ors.create("x", listed));
    isDetail(400, door.post("/ors/create", listed));
    isDetail(
        404, ors.create(ors.newSession(), Map.of("env_name", "no", "split", "train", "index", 1)));
    isDetail(400, ors.create(ors.newSession(), Map.of("split", "no", "index", 1)));
    isDetail(400, ors.create(ors.newSession(), Map.of("split", "train", "index", 1_024)));
    isDetail(400, ors.create(ors.newSession(), Map.of("split", "train", "index", -1)));
    isDetail(400, ors.create(ors.newSession(), Map.of("task_spec", Map.of("task", "x"))));
    isDetail(400, ors.create(ors.newSession(), Map.of()));
    isDetail(400, door.post("/ors/create", "{", "X-Session-ID", ors.newSession()));
    isDetail(404, ors.get("/prompt", UUID.randomUUID().toString()));
    isDetail(404, door.post("/ors/no/num_tasks", TRAIN));
    isDetail(400, door.post("/ors/arithmetic/tasks", Map.of()));
    isDetail(404, door.post("/ors/arithmetic/score_group", Map.of()));
  }

  @Test
  void aSessionIsOfOneEnvironment(Door door) {
    DrivenRun run = DrivenRun.create(door, "default", 2);
    Ors elsewhere = new Ors(door);
    String session = elsewhere.newSession();
    Map<String, ?> spec = Map.of("task_spec", Map.of("task", run.task().task()));
    elsewhere.create(session, spec).expect(200);
    for (String verb : List.of("/prompt", "/messages", "/task_tools"))
      isDetail(400, elsewhere.get(verb, session));
    Map<String, ?> call = Map.of("name", "answer", "input", Map.of("answer", "4"));
    isDetail(400, door.post("/ors/arithmetic/call", call, "X-Session-ID", session));
    isDetail(400, new Ors(door, "/ors", UUID.randomUUID().toString()).get("/prompt", session));
    assertEquals(0, run.outcomes().size());
    JsonNode asked = new Ors(door, "/ors", "default").prompt(session);
    assertEquals(asked, new Ors(door, "/ors", run.id()).prompt(session));
    String[] headers = {"X-Session-ID", session};
    Reply bare = door.send("GET", "/prompt", BodyPublishers.noBody(), headers);
    assertEquals(asked, bare.expect(200), "a session alone names its environment");
  }

  @Test
  void aCallThatCannotBeMadeIsNoAnswer(Door door) {
    Ors ors = new Ors(door);
    String session = ors.session("arithmetic", "train", 6);
    JsonNode none = ors.call(session, "jump", Map.of(), "t1");
    assertEquals("not_found", none.path("reason").asText(), none::toString);
    JsonNode missing = ors.call(session, "answer", Map.of(), "t2");
    assertEquals("input_validation", missing.path("reason").asText(), missing::toString);
    assertTrue(missing.path("error").asText().contains("answer"), missing::toString);
    JsonNode taken = ors.call(session, "answer", Map.of("answer", 4), "t3");
    assertTrue(taken.path("ok").asBoolean(), taken::toString);
  }

  private static void isDetail(int status, Reply reply) {
    assertEquals(status, reply.status(), reply::toString);
    assertTrue(!reply.json().path("detail").asText().isBlank(), reply::toString);
  }

  private static JsonNode json(String text) throws Exception {
    return Door.JSON.readTree(text.replace('\'', '"'));
  }
}
