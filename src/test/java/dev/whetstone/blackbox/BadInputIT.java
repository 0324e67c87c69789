package dev.whetstone.blackbox;

import static dev.whetstone.blackbox.BadRequest.get;
import static dev.whetstone.blackbox.BadRequest.post;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with a request is told at once, and harms nothing. */
@ExtendWith(SharedServer.class)
class BadInputIT {
  private static final String NO_RUN = "/api/v1/runs/00000000-0000-0000-0000-000000000000";
  private static final String RUNS = "/api/v1/runs";
  private static final String RUN = RUNS + "/{run}";
  private static final String TASKS = RUN + "/tasks";
  private static final String CANDIDATES = RUN + "/candidates";
  private static final String GOOD_RUN =
      "{\"name\":\"\u00fc\",\"curriculum\":\"arithmetic\",\"group_size\":1}";

  @ParameterizedTest(name = "{0}")
  @MethodSource({
    "unknownThings",
    "wrongTypes",
    "wrongRuns",
    "wrongCounts",
    "wrongPages",
    "notJson",
    "notServed"
  })
  void isToldWhatIsWrongWhereAndWhatToDo(BadRequest bad, Witness witness) {
    Reply reply = bad.send(witness);
    assertAll(bad.name(), () -> reply.problem(bad.status(), bad.field()));
  }

  @AfterEach
  void nothingIsHarmed(Witness witness) {
    witness.isUnharmed();
  }

  static Stream<BadRequest> unknownThings() {
    return Stream.of(
        get("unknown run", NO_RUN, 404, "run"),
        get("unknown run's curriculum", NO_RUN + "/curriculum", 404, "run"),
        get("unknown run's outcomes", NO_RUN + "/outcomes", 404, "run"),
        get("unknown run's audit", NO_RUN + "/audit", 404, "run"),
        post("finishing an unknown run", NO_RUN + "/finish", "", 404, "run"),
        post("tasks of an unknown run", NO_RUN + "/tasks", "{\"count\":1}", 404, "run"),
        post("candidates, unknown run", NO_RUN + "/candidates", "{\"candidates\":[]}", 404, "run"),
        get("malformed run", RUNS + "/1%27%20OR%20%271", 400, "run"),
        post("tasks, malformed run", RUNS + "/none/tasks", "{\"count\":1}", 400, "run"),
        post("tasks, finished run", RUNS + "/{finished}/tasks", "{\"count\":1}", 409, "run"),
        get("unknown family", "/api/v1/families/nope", 404, null),
        get("unknown level", "/api/v1/families/gcd/examples?levels=nope=1", 400, "levels"),
        get("level out of range", "/api/v1/families/gcd/examples?levels=value=99", 400, "levels"),
        get("levels in another form", "/api/v1/families/gcd/examples?levels=%7B", 400, "levels"),
        post("unknown curriculum", RUNS, run("\"nope\"", "1"), 400, "curriculum"),
        post("unknown verifier", "/slime/nope", "{\"response\":\"\",\"label\":\"1\"}", 404, null),
        post("unknown reply", "/slime/exact?reply=x", slime("\"1\"", "\"1\""), 400, "reply"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"labelling", "refinement", "review"})
  void whatIsUnknownIsNamed(String kind, Door door) {
    Reply reply = door.get("/api/v1/" + kind + "s/00000000-0000-0000-0000-000000000000");
    JsonNode problem = reply.problem(404);
    assertEquals("urn:whetstone:problem:unknown-" + kind, problem.path("type").asText());
    assertEquals(kind.equals("review") ? "item" : kind, problem.path("field").asText());
  }

  static Stream<BadRequest> wrongTypes() {
    String answer = "/api/v1/reviews/00000000-0000-0000-0000-000000000000/answer";
    return Stream.concat(
        Stream.of("1", "\"true\"", "\"yes\"", "\"\"", "[]")
            .map(
                wrong ->
                    post(
                        "refiner " + wrong,
                        "/api/v1/refinements",
                        "{\"problem\":\"p\",\"refiner\":" + wrong + "}",
                        400,
                        "refiner")),
        Stream.of("true", "\"0.5\"", "\"\"", "{}")
            .map(
                wrong ->
                    post(
                        "score " + wrong,
                        answer,
                        "{\"rater\":\"r\",\"score\":" + wrong + "}",
                        400,
                        "score")));
  }

  static Stream<BadRequest> wrongRuns() {
    return Stream.of(
        post("no body", RUNS, "", 400, "body"),
        post("null", RUNS, "null", 400, "body"),
        post("a list", RUNS, "[]", 400, "body"),
        post("a text", RUNS, "\"text\"", 400, "body"),
        post("an empty object", RUNS, "{}", 400, "name"),
        post("unknown field", RUNS, "{\"name\":\"a\",\"nme\":2}", 400, "nme"),
        post("number for a name", RUNS, "{\"name\":1}", 400, "name"),
        post("list for a name", RUNS, "{\"name\":[\"a\"]}", 400, "name"),
        post("object for a name", RUNS, "{\"name\":{}}", 400, "name"),
        post("boolean for a name", RUNS, "{\"name\":true}", 400, "name"),
        post("blank name", RUNS, "{\"name\":\" \\t\"}", 400, "name"),
        post("null name", RUNS, "{\"name\":null}", 400, "name"),
        post("a name of 100 KB", RUNS, named("n".repeat(100_000)), 400, "name"),
        post("no curriculum", RUNS, "{\"name\":\"a\"}", 400, "curriculum"),
        post("unknown split", RUNS, split("\"test\""), 400, "split"),
        post("number for a split", RUNS, split("0"), 400, "split"),
        post("path for a curriculum", RUNS, run("\"../../etc/passwd\"", "1"), 400, "curriculum"));
  }

  static Stream<BadRequest> wrongCounts() {
    List<String> wrong =
        List.of(
            "-1",
            "0",
            "1e2",
            "1.5",
            "\"3\"",
            "\"\"",
            "true",
            "null",
            "[]",
            "{}",
            "[3]",
            "2147483648",
            "-9223372036854775808",
            "1000000000",
            "1e400",
            "9".repeat(90));
    return wrong.stream()
        .flatMap(
            count ->
                Stream.of(
                    post("group size " + count, RUNS, run("\"default\"", count), 400, "group_size"),
                    post("count " + count, TASKS, "{\"count\":" + count + "}", 400, "count")));
  }

  static Stream<BadRequest> wrongPages() {
    return Stream.of(
        get("page -1", RUNS + "?page=-1", 400, "page"),
        get("page x", RUNS + "?page=x", 400, "page"),
        get("page beyond an int", RUNS + "?page=2147483648", 400, "page"),
        get("size 0", RUNS + "?size=0", 400, "size"),
        get("size of all", RUNS + "?size=1000000000", 400, "size"),
        get("after x", RUN + "/outcomes?after=x", 400, "after"),
        get("after -1", RUN + "/outcomes?after=-1", 400, "after"),
        get("after beyond a long", RUN + "/outcomes?after=9223372036854775808", 400, "after"),
        get("limit 0", RUN + "/outcomes?limit=0", 400, "limit"),
        get("limit x", RUN + "/outcomes?limit=1%27--", 400, "limit"),
        get("limit of all", RUN + "/outcomes?limit=2147483647", 400, "limit"),
        get("examples x", "/api/v1/families/gcd/examples?count=x", 400, "count"),
        get("too many examples", "/api/v1/families/gcd/examples?count=21", 400, "count"));
  }

  static Stream<BadRequest> notJson() {
    String deep = "[".repeat(10_000) + "]".repeat(10_000);
    return Stream.of(
        post("half an object", RUNS, "{", 400, null),
        post("no JSON", RUNS, "name=x&group_size=1", 400, null),
        post("two bodies", RUNS, GOOD_RUN + GOOD_RUN, 400, null),
        post("a name twice", RUNS, "{\"name\":\"x\",\"name\":\"y\"}", 400, null),
        post("single quotes", RUNS, "{'name':'x'}", 400, null),
        post("a comment", RUNS, "/* */" + GOOD_RUN, 400, null),
        post("a bare NUL", RUNS, "{\"name\":\"\0\"}", 400, null),
        post("NaN", TASKS, "{\"count\":NaN}", 400, null),
        post("Infinity", TASKS, "{\"count\":Infinity}", 400, null),
        post("-Infinity", TASKS, "{\"count\":-Infinity}", 400, null),
        post("an endless number", TASKS, "{\"count\":" + "1".repeat(100_000) + "}", 400, null),
        post("deep", RUNS, deep, 400, null),
        post("deep in a name", RUNS, "{\"name\":" + deep + "}", 400, null),
        post("deep in an item", CANDIDATES, "{\"candidates\":[" + deep + "]}", 400, null),
        post("deep where nobody looks", "/openrlhf", "{\"extra\":" + deep + "}", 400, null),
        post("Latin-1", RUNS, GOOD_RUN.getBytes(StandardCharsets.ISO_8859_1), 400, null),
        post("a broken end", RUNS, named("\u00e2\u0082", StandardCharsets.ISO_8859_1), 400, null),
        post("UTF-16 without a mark", RUNS, "\0{\0}\0", 400, null),
        post("gzip", RUNS, new byte[] {31, (byte) 139, 8, 0, 0, 0, 0, 0}, 400, null)
            .with("Content-Encoding", "gzip"));
  }

  static Stream<BadRequest> notServed() {
    return Stream.of(
        post("a form", RUNS, "name=x", 415, null)
            .with("Content-Type", "application/x-www-form-urlencoded"),
        post("plain text", RUNS, GOOD_RUN, 415, null).with("Content-Type", "text/plain"),
        post("a type that is none", RUNS, GOOD_RUN, 415, null).with("Content-Type", "json"),
        post("DELETE", RUNS, "", 405, null).method("DELETE"),
        post("PUT", RUN, GOOD_RUN, 405, null).method("PUT"),
        post("POST of a door for GET", RUN + "/audit", "{}", 405, null),
        get("unknown path", "/nope", 404, null),
        get("unknown path beside a known", RUN + "/nope", 404, null),
        get("another version", "/api/v2/runs", 404, null),
        get("CSV wanted", "/api/v1/families", 406, null).with("Accept", "text/csv"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("otherEncodings")
  void isReadAsMeantOrRefused(String name, byte[] body, Witness witness) {
    Reply reply = post(name, RUNS, body, 201, null).send(witness);
    if (reply.status() == 201) assertEquals(name, reply.json().path("name").asText());
    else reply.problem(400, null);
  }

  static Stream<Arguments> otherEncodings() {
    return Stream.of(
        arguments("\u00fc", GOOD_RUN.getBytes(StandardCharsets.UTF_16)),
        arguments("\u00fc", GOOD_RUN.getBytes(StandardCharsets.UTF_16BE)),
        arguments("\u00fc", ("\ufeff" + GOOD_RUN).getBytes(StandardCharsets.UTF_8)),
        arguments("/", named("\u00c0\u00af", StandardCharsets.ISO_8859_1)), // overlong
        arguments("\ufffd", named("\u00ed\u00a0\u0080", StandardCharsets.ISO_8859_1)));
  }

  private static String run(String curriculum, String size) {
    return "{\"name\":\"x\",\"curriculum\":" + curriculum + ",\"group_size\":" + size + "}";
  }

  private static String split(String split) {
    return run("\"default\"", "1").replace("}", ",\"split\":" + split + "}");
  }

  private static String slime(String response, String label) {
    return "{\"response\":" + response + ",\"label\":" + label + "}";
  }

  private static String named(String name) {
    return "{\"name\":\"" + name + "\",\"curriculum\":\"arithmetic\",\"group_size\":1}";
  }

  private static byte[] named(String name, Charset charset) {
    return named(name).getBytes(charset);
  }
}
