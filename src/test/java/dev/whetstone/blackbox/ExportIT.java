package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.cli.Whetstone;
import dev.whetstone.rollout.export.TaskFormat;
import dev.whetstone.task.Split;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Data sets that the packaged program writes are read by the libraries that they are for. */
class ExportIT {
  private static final int ROWS = 40;

  @TempDir private static Path folder;

  private static Launch launch;
  private static PackagedServer server;

  @BeforeAll
  static void start() {
    launch = Launch.fresh();
    server = PackagedServer.start(launch);
  }

  @AfterAll
  static void stop() {
    if (server != null) server.close();
  }

  /** As a process of its own. */
  private static void packaged(List<String> words) throws IOException, InterruptedException {
    Command.start(folder.resolve("export.log"), words.toArray(String[]::new)).succeeds();
  }

  /** The same command in this process, which need not start: for the many that differ in little. */
  private static void here(List<String> words) {
    CommandLine command =
        new CommandLine(new Whetstone()).setCaseInsensitiveEnumValuesAllowed(true);
    assertEquals(0, command.execute(words.toArray(String[]::new)), words::toString);
  }

  private static List<String> tasks(String format, String name, String... more) {
    List<String> words = new ArrayList<>(List.of("export", "tasks", "--format", format));
    words.addAll(List.of("--count", "" + ROWS, "--out", folder.resolve(name).toString()));
    words.addAll(List.of("--curricula", Launch.HOME.resolve("curricula").toString()));
    words.addAll(List.of(more));
    return words;
  }

  private static List<String> record(String what, String run, String name, String... more) {
    List<String> words = new ArrayList<>(List.of("export", what, "--run", run));
    words.addAll(List.of("--out", folder.resolve(name).toString()));
    words.addAll(List.of("--data", launch.data().toString()));
    words.addAll(List.of(more));
    return words;
  }

  private static List<JsonNode> lines(String text) throws IOException {
    List<JsonNode> rows = new ArrayList<>();
    for (String line : text.lines().toList()) rows.add(Door.JSON.readTree(line));
    return rows;
  }

  private static List<JsonNode> rows(String name) throws IOException {
    return lines(Files.readString(folder.resolve(name)));
  }

  /** Beside a running server: its handles are known to it, and what they earn is saved. */
  @Test
  void aHandleInAFileEarnsARewardThatIsSaved() throws Exception {
    packaged(
        tasks("openrlhf", "handles.jsonl", "--seed", "known", "--data", launch.data().toString()));
    JsonNode card = Door.JSON.readTree(folder.resolve("handles.jsonl.card.json").toFile());
    assertFalse(card.path("answers").booleanValue());
    assertFalse(card.toString().contains("known"), "the card gives the seed away");

    JsonNode row = rows("handles.jsonl").getFirst();
    Map<String, Object> asked =
        Map.of(
            "query", List.of("no answer"),
            "prompts", List.of(row.path("input").asText()),
            "labels", List.of(row.path("label").asText()));
    JsonNode paid = server.door().post("/get_reward", asked).expect(200);
    assertEquals(0, paid.path("rewards").path(0).asDouble(-1));
    assertEquals(1, paid.path("extra_logs").path("saved").path(0).asDouble(-1), paid::toString);

    DrivenRun same = DrivenRun.create(server.door(), "default", 8, Split.TRAIN, "known");
    List<String> questions = same.tasks(ROWS).stream().map(Handed::question).toList();
    assertEquals(
        questions, rows("handles.jsonl").stream().map(r -> r.path("input").asText()).toList());
  }

  /** The door streams what the command writes. */
  @Test
  void whatARunAnsweredIsReadByTheTrainersOwnReaders() throws Exception {
    String run = answered();
    packaged(record("pairs", run, "pairs.parquet"));
    here(record("pairs", run, "pairs.jsonl"));
    here(record("pairs", run, "pairs_text.jsonl", "--text"));
    packaged(record("outcomes", run, "outcomes.parquet"));
    packaged(record("outcomes", run, "outcomes.jsonl"));

    assertEquals(12, rows("pairs.jsonl").size());
    assertEquals(36, rows("outcomes.jsonl").size());
    for (String format : List.of("pairs", "pairs_text", "outcomes")) {
      Reply streamed = server.door().get("/api/v1/runs/" + run + "/export?format=" + format);
      assertEquals(rows(format + ".jsonl"), lines(streamed.text()));
    }
    assertTrue(server.door().get("/api/v1/runs/" + run + "/export?format=x").status() == 400);

    String[] answers = {"--answers", "--seed", "s", "--levels", "all"};
    for (TaskFormat format : TaskFormat.values())
      for (String kind : List.of("parquet", "jsonl"))
        here(tasks(format.toString(), format + "." + kind, answers));
    packaged(tasks("verl", "packaged.jsonl", answers));
    assertEquals(
        -1, Files.mismatch(folder.resolve("verl.jsonl"), folder.resolve("packaged.jsonl")));
    JsonNode report = new TrainerClient("datasets").reads(folder, ROWS);
    assertTrue(report.path("failures").isEmpty(), report::toString);
    assertEquals(1, report.path("runs").size(), report::toString);
  }

  /** Twelve tasks, each with a right, a wrong and an unreadable answer; texts are hostile. */
  private static String answered() {
    DrivenRun run = DrivenRun.create(server.door(), "default", 3);
    for (Handed task : run.tasks(12))
      run.results(
          List.of(
              DrivenRun.group(
                  task,
                  task.right("\u2028\ud83d\ude00\n\"1\""),
                  task.unreadable("2"),
                  "<answer>\u00e9</answer>")));
    return run.id();
  }
}
