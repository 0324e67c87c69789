package dev.whetstone.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A server on an empty database that trains a toy verifier by itself, its days made seconds. */
final class LoopServer implements AutoCloseable {
  private static final String TOKENIZER = "step-verifier/5/tokenizer.json";
  private static final Path RECIPE = Launch.HOME.resolve("src/test/resources/training/loop.yaml");
  private static final int PEOPLES_LABELS = 40;
  private static final int LIMIT_SECONDS = 240;

  private final Path folder;
  private final PackagedServer server;
  private int deaths;

  LoopServer(Path folder, Map<String, String> judge) throws Exception {
    this.folder = folder;
    Files.createDirectories(models().resolve(TOKENIZER).getParent());
    Files.copy(Launch.HOME.resolve("models").resolve(TOKENIZER), models().resolve(TOKENIZER));
    Map<String, String> environment = new HashMap<>(judge);
    environment.putAll(settings());
    server = PackagedServer.start(Launch.fresh().environment(environment));
    try {
      begin();
    } catch (Exception | AssertionError e) {
      server.close();
      throw e;
    }
  }

  private Path models() {
    return folder.resolve("models");
  }

  private Map<String, String> settings() {
    return Map.ofEntries(
        Map.entry("JAVA_TOOL_OPTIONS", Launch.SHORT_LIVED), // for the processes that it starts
        Map.entry("WHETSTONE_MODEL_FOLDER", models().toString()),
        Map.entry("WHETSTONE_MODEL_STEP_VERIFIER", "toy"),
        Map.entry("WHETSTONE_MODEL_RESCAN", "PT1S"),
        Map.entry("WHETSTONE_PROMOTION_EVERY", "PT1S"),
        Map.entry("WHETSTONE_PROMOTION_FAMILY_EXAMPLES", "6"),
        Map.entry("WHETSTONE_PROMOTION_HUNTED_EXAMPLES", "2"),
        Map.entry("WHETSTONE_PROMOTION_GATE_MIN_HUMAN_PROBLEMS", "" + PEOPLES_LABELS),
        Map.entry("WHETSTONE_PROMOTION_GATE_FAMILIES_MARGIN", "0.3"),
        Map.entry("WHETSTONE_PROMOTION_GATE_FAMILY_MARGIN", "1"),
        Map.entry("WHETSTONE_PROMOTION_GATE_MIN_ARCHIVED", "100000"),
        Map.entry("WHETSTONE_RETRAINING_ENABLED", "true"),
        Map.entry("WHETSTONE_RETRAINING_AFTER", "150"),
        Map.entry("WHETSTONE_RETRAINING_OUTCOMES", "100"),
        Map.entry("WHETSTONE_RETRAINING_NICENESS", "0"),
        Map.entry("WHETSTONE_RETRAINING_RECIPE", RECIPE.toString()),
        Map.entry("WHETSTONE_VERIFY_STEPS_DEADLINE", "PT10S"),
        Map.entry("WHETSTONE_REVIEW_DRAW_EVERY", "PT1S"),
        Map.entry("WHETSTONE_REVIEW_DOUBLE_SHARE", "0.5"));
  }

  /** So short that the first version has little to say. */
  private Path firstRecipe() throws IOException {
    String recipe = Files.readString(RECIPE).replace("steps: 60", "steps: 10");
    return Files.writeString(folder.resolve("first.yaml"), recipe);
  }

  /** What a site has before its loop turns: a first version, and labels by people. */
  private void begin() throws Exception {
    Command train = command("train", firstRecipe().toString(), "--models", models().toString());
    Command labels = command("labels", "import", peoplesLabels().toString(), "--split", "test");
    train.succeeds();
    labels.succeeds();
    LoopVersions versions = new LoopVersions(door());
    await(() -> versions.reads().filter("1"::equals));
  }

  private Command command(String... arguments) throws IOException {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--data", server.launch().data().toString()));
    return Command.start(folder.resolve(arguments[0] + ".log"), all.toArray(String[]::new));
  }

  /** Of proofs like those that are posted, but none of them. */
  private Path peoplesLabels() throws IOException {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < PEOPLES_LABELS; i++) {
      Map<String, Object> row = new HashMap<>(LoopJudge.proof(1_000_000 + i));
      row.put("id", i);
      row.put("first_error", LoopJudge.isFlawed(i) ? 1 : -1);
      row.put("label_source", "human");
      rows.add(Door.json(row));
    }
    return Files.write(folder.resolve("people.jsonl"), rows);
  }

  Door door() {
    return server.door();
  }

  LoopSql sql() throws Exception {
    return new LoopSql(server);
  }

  int deaths() {
    return deaths;
  }

  String log(String retraining) throws IOException {
    return Files.readString(work("retraining-" + retraining + ".log"));
  }

  boolean hasCheckpoints(String retraining) {
    return Files.exists(work("retraining-" + retraining));
  }

  private Path work(String name) {
    return models().resolve("toy/.work").resolve(name);
  }

  /** Waits for what is to come. */
  <T> T await(Supplier<Optional<T>> wanted) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
    while (true) {
      Optional<T> found = look(wanted);
      if (found.isPresent()) return found.get();
      if (System.nanoTime() > deadline) throw new AssertionError(server.logTail());
      Thread.sleep(25);
    }
  }

  private static <T> Optional<T> look(Supplier<Optional<T>> wanted) {
    try {
      return wanted.get();
    } catch (UncheckedIOException noAnswer) {
      return Optional.empty();
    }
  }

  /** The server alone dies: its database and its trainings see that it is gone. */
  void killServer() {
    server.kill();
    restart();
  }

  /** All dies at once. */
  void failMachine() throws Exception {
    List<ProcessHandle> others = new ArrayList<>();
    ProcessHandle.of(server.pid()).orElseThrow().descendants().forEach(others::add);
    server.postgres().ifPresent(others::add);
    server.kill();
    others.forEach(ProcessHandle::destroyForcibly);
    for (ProcessHandle other : others) other.onExit().get(10, TimeUnit.SECONDS);
    restart();
  }

  private void restart() {
    deaths++;
    server.restart();
  }

  /** Nothing that it started outlives it. */
  void stop() {
    server.stop();
    assertEquals(List.of(), workers());
  }

  /** Processes that train or measure. */
  private List<String> workers() {
    return ProcessHandle.allProcesses()
        .flatMap(handle -> handle.info().commandLine().stream())
        .filter(line -> line.contains(" retrain ") && line.contains(folder.toString()))
        .toList();
  }

  @Override
  public void close() {
    server.close();
  }
}
