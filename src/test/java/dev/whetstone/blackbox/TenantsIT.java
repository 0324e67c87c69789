package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is one tenant's does not exist for another, whichever way it is asked for. */
class TenantsIT {
  private static final Map<String, ?> TRAINER =
      Map.of(
          "wandb_group", "g",
          "wandb_project", "p",
          "batch_size", 2,
          "max_token_len", 100,
          "checkpoint_dir", "c",
          "save_checkpoint_interval", 1,
          "starting_step", 0,
          "num_steps", 1);

  private static final String NOTHING = "00000000-0000-0000-0000-000000000000";
  private static final List<String> ALL = List.of("trainer", "reviewer", "evaluator");

  private static SecuredServer server;
  private static KeyedDoor ours;
  private static KeyedDoor theirs;
  private static String run;
  private static List<String> tasks;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    server = SecuredServer.start(Map.of());
    ours = server.with(Map.of("name", "ours", "scopes", ALL, "tenant", "ours"));
    theirs = server.with(Map.of("name", "theirs", "scopes", ALL, "tenant", "theirs"));
    run = created(ours);
    tasks = new ArrayList<>();
    ours.post("/api/v1/runs/" + run + "/tasks", Map.of("count", 8))
        .expect(200)
        .path("tasks")
        .forEach(task -> tasks.add(task.path("task").asText()));
    ours.post("/api/v1/runs/" + run + "/candidates", candidates(tasks.getFirst())).expect(200);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String created(KeyedDoor door) {
    Map<String, ?> wanted = Map.of("name", "r", "curriculum", "default", "group_size", 2);
    return door.post("/api/v1/runs", wanted).expect(201).path("id").asText();
  }

  private static Map<String, ?> candidates(String task) {
    return Map.of("candidates", List.of(Map.of("task", task, "completions", List.of("4"))));
  }

  private record Asked(String method, String path, Object body) {
    Asked of(String id) {
      return new Asked(method, path.replace("{id}", id), body);
    }
  }

  private static Asked get(String path) {
    return new Asked("GET", path, null);
  }

  private static Asked post(String path, Object body) {
    return new Asked("POST", path, body);
  }

  @Test
  void theirRunAnswersAsAnUnknownOneDoes() {
    String at = "/api/v1/runs/{id}";
    for (Asked asked :
        List.of(
            get(at),
            get(at + "/curriculum"),
            get(at + "/outcomes"),
            get(at + "/audit"),
            get(at + "/export?format=pairs"),
            get(at + "/proposals"),
            post(at + "/tasks", Map.of("count", 1)),
            post(at + "/candidates", candidates(tasks.get(1))),
            post(at + "/episodes", Map.of()),
            post(at + "/episodes", Map.of("task", tasks.get(1))),
            post(at + "/finish", Map.of()),
            get("/ors/{id}/splits"),
            post("/ors/{id}/tasks", Map.of("split", "train")),
            post("/openenv/{id}/reset", Map.of()),
            post("/nemo-gym/{id}/seed_session", Map.of()))) isAsUnknown(asked, run);
    ours.get(at.replace("{id}", run)).expect(200);
  }

  @Test
  void theirEpisodeAnswersAsAnUnknownOneDoes() {
    String episode =
        ours.post("/api/v1/runs/" + run + "/episodes", Map.of("task", tasks.get(2)))
            .expect(201)
            .path("episode")
            .asText();
    String at = "/api/v1/episodes/{id}";
    for (Asked asked :
        List.of(
            get(at), post(at + "/messages", Map.of("message", "4")), post(at + "/judge", Map.of())))
      isAsUnknown(asked, episode);
    ours.get(at.replace("{id}", episode)).expect(200);
  }

  /** The same status, and the same words but for the identifier itself. */
  private static void isAsUnknown(Asked asked, String id) {
    Asked real = asked.of(id);
    Asked made = asked.of(NOTHING);
    Reply theirReply = theirs.send(real.method, real.path, real.body);
    Reply unknown = theirs.send(made.method, made.path, made.body);
    assertTrue(unknown.status() >= 400, () -> made + ": " + unknown);
    assertEquals(unknown.status(), theirReply.status(), () -> real + ": " + theirReply);
    assertEquals(unknown.text(), theirReply.text().replace(id, NOTHING), real::toString);
  }

  /**
   * A task of ours is none of theirs, at whichever door a handle goes through, held ready or not.
   */
  @Test
  void theirTasksAreUnknownAtEveryDoor() {
    String task = tasks.get(3);
    assertEquals(404, refusal(theirs, task), "their candidate for our task");
    for (Asked asked :
        List.of(
            post(
                "/openrlhf",
                Map.of("query", List.of("q 4"), "prompts", List.of("q"), "labels", List.of(task))),
            post("/slime/exact", Map.of("prompt", "q", "response", "4", "label", task)))) {
      Reply theirReply = theirs.send(asked.method, asked.path, asked.body);
      assertFalse(theirReply.text().contains("\"reward\":1"), theirReply::toString);
    }
    assertEquals(0, taken(task), "places taken");
    JsonNode own = ours.post("/api/v1/candidates", candidates(task)).expect(200);
    assertEquals("rewarded", own.path("results").get(0).path("status").asText(), own::toString);
    assertEquals(404, refusal(theirs, task), "the same when it is held ready");
  }

  private static int refusal(KeyedDoor door, String task) {
    JsonNode result =
        door.post("/api/v1/candidates", candidates(task)).expect(200).path("results").get(0);
    return result.path("problem").path("status").asInt();
  }

  @Test
  void listsHoldOnesOwnAlone() {
    String other = created(theirs);
    assertTrue(ours.get("/api/v1/runs").text().contains(run));
    assertFalse(ours.get("/api/v1/runs").text().contains(other));
    assertFalse(theirs.get("/api/v1/runs").text().contains(run));
    JsonNode admins = server.as(server.admin()).get("/api/v1/runs").expect(200);
    assertEquals(0, admins.path("runs").size(), "an administrator's tenant is another one too");
  }

  @Test
  void sharedNamesAreEachTenantsOwn() {
    for (KeyedDoor door : List.of(ours, theirs)) {
      Map<String, ?> dataset = Map.of("weight", 1.0, "config", Map.of());
      Reply made =
          door.post(
              "/reasoning-gym/experiments",
              Map.of("name", "same", "size", 5, "datasets", Map.of("chain_sum", dataset)));
      assertTrue(made.status() < 300 || made.status() == 400, made::toString);
      door.post("/ors/default/tasks", Map.of("split", "train")).expect(200);
    }
    String mine = played(ours);
    assertNotEquals(mine, played(theirs), "each has a run of its own for the same environment");
  }

  private static String played(KeyedDoor door) {
    door.post("/openenv/default/reset", Map.of()).expect(200);
    return door.get("/api/v1/runs?size=1").expect(200).path("runs").get(0).path("id").asText();
  }

  @Test
  void aKeyForOneRunSeesThatAlone() {
    String other = created(ours);
    KeyedDoor one =
        server.with(
            Map.of("name", "one", "scopes", List.of("trainer"), "tenant", "ours", "run", run));
    assertEquals(1, one.get("/api/v1/runs").expect(200).path("runs").size());
    one.get("/api/v1/runs/" + other).problem(404);
    one.post("/api/v1/runs/" + run + "/tasks", Map.of("count", 1)).expect(200);
    one.post("/api/v1/runs", Map.of("name", "n", "curriculum", "default", "group_size", 1))
        .problem(403);
    KeyedDoor whole =
        server.with(Map.of("name", "whole", "scopes", List.of("trainer"), "tenant", "ours"));
    Map<String, ?> named = Map.of("name", "ours", "datasets", Map.of("chain_sum", Map.of()));
    whole.post("/reasoning-gym/experiments", named).expect(200);
    assertFalse(one.get("/reasoning-gym/experiments").text().contains("ours"));
    assertEquals(403, one.post("/reasoning-gym/experiments", named).status());
    assertEquals(404, one.get("/reasoning-gym/experiments/ours/composite").status());
    assertEquals(403, one.post("/atropos/register", TRAINER).status());
    whole.post("/atropos/register", TRAINER).expect(200);
    one.get("/atropos/reset_data").status();
    assertEquals(-1, one.get("/atropos/info").expect(200).path("batch_size").asInt());
    assertEquals(2, whole.get("/atropos/info").expect(200).path("batch_size").asInt());
    server
        .as(server.admin())
        .post(
            "/api/v1/keys",
            Map.of("name", "x", "scopes", List.of("trainer"), "tenant", "theirs", "run", run))
        .problem(404);
  }

  /**
   * Row by row, in the database itself: as the role that serves a tenant, each table shows only
   * rows whose tenant that is, and none at all for nobody.
   */
  @Test
  void noTableShowsATenantAnothersRows() throws SQLException, IOException {
    Map<String, Long> whole = new TreeMap<>();
    try (Connection connection = database();
        Statement statement = connection.createStatement()) {
      for (String table : guarded(statement)) whole.put(table, count(statement, table));
      assertTrue(whole.size() >= 24, whole::toString);
      statement.execute("SET ROLE whetstone_tenant");
      for (String table : whole.keySet())
        assertEquals(0, count(statement, table), () -> table + " without a tenant");
      statement.execute("SET whetstone.tenant = 'nobody'");
      for (String table : whole.keySet())
        assertEquals(0, count(statement, table), () -> table + " for a tenant without rows");
      long seen = 0;
      for (String tenant : List.of("ours", "theirs", "default")) {
        statement.execute("SET whetstone.tenant = '" + tenant + "'");
        seen += count(statement, "run");
      }
      assertEquals(whole.get("run"), seen, "each run is of one tenant");
    }
  }

  private static Connection database() throws SQLException, IOException {
    return DriverManager.getConnection(
        server.server().jdbcUrl(), "whetstone", server.server().databasePassword());
  }

  private static List<String> guarded(Statement statement) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet rows =
        statement.executeQuery("SELECT relname FROM pg_class WHERE relrowsecurity ORDER BY 1")) {
      while (rows.next()) tables.add(rows.getString(1));
    }
    return tables;
  }

  private static long count(Statement statement, String table) throws SQLException {
    try (ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static long taken(String task) {
    String id = task.replaceFirst("task:(.*)@.*", "$1");
    try (Connection connection = database();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT taken FROM offer WHERE id = '" + id + "'")) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException | IOException e) {
      throw new AssertionError(e);
    }
  }
}
