package dev.whetstone.blackbox;

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
  private static final String RECIPE = "src/test/resources/training/small.yaml";
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

  private Map<String, String> settings() throws IOException {
    Path recipe = recipe("recipe", 60);
    return Map.ofEntries(
        Map.entry("JAVA_TOOL_OPTIONS", Launch.SHORT_LIVED), // for the processes that it starts
        Map.entry("WHETSTONE_MODEL_FOLDER", models().toString()),
        Map.entry("WHETSTONE_MODEL_STEP_VERIFIER", "toy"),
        Map.entry("WHETSTONE_MODEL_RESCAN", "PT1S"),
        Map.entry("WHETSTONE_PROMOTION_EVERY", "PT0.5S"),
        Map.entry("WHETSTONE_PROMOTION_FAMILY_EXAMPLES", "10"),
        Map.entry("WHETSTONE_PROMOTION_HUNTED_EXAMPLES", "5"),
        Map.entry("WHETSTONE_PROMOTION_GATE_MIN_HUMAN_PROBLEMS", "" + PEOPLES_LABELS),
        Map.entry("WHETSTONE_PROMOTION_GATE_FAMILIES_MARGIN", "0.3"),
        Map.entry("WHETSTONE_PROMOTION_GATE_FAMILY_MARGIN", "1"),
        Map.entry("WHETSTONE_PROMOTION_GATE_MIN_ARCHIVED", "100000"),
        Map.entry("WHETSTONE_RETRAINING_ENABLED", "true"),
        Map.entry("WHETSTONE_RETRAINING_AFTER", "150"),
        Map.entry("WHETSTONE_RETRAINING_OUTCOMES", "100"),
        Map.entry("WHETSTONE_RETRAINING_NICENESS", "0"),
        Map.entry("WHETSTONE_RETRAINING_RECIPE", recipe.toString()),
        Map.entry("WHETSTONE_VERIFY_STEPS_DEADLINE", "PT10S"),
        Map.entry("WHETSTONE_REVIEW_DRAW_EVERY", "PT0.5S"),
        Map.entry("WHETSTONE_REVIEW_DOUBLE_SHARE", "0.5"));
  }

  private Path recipe(String name, int steps) throws IOException {
    String small = Files.readString(Launch.HOME.resolve(RECIPE));
    return Files.writeString(
        folder.resolve(name + ".yaml"),
        small.replace("steps: 40", "steps: " + steps).replace("rate: 2.0e-3", "rate: 5.0e-3"));
  }

  /** What a site has before its loop turns: a first version, and labels by people. */
  private void begin() throws Exception {
    Command train =
        command("train", recipe("first", 10).toString(), "--models", models().toString());
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
    return Files.readString(models().resolve("toy/.work/retraining-" + retraining + ".log"));
  }

  /** Waits for what is to come. */
  <T> T await(Supplier<Optional<T>> wanted) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
    while (true) {
      Optional<T> found = look(wanted);
      if (found.isPresent()) return found.get();
      if (System.nanoTime() > deadline) throw new AssertionError(server.logTail());
      Thread.sleep(15);
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

  void stop() {
    server.stop();
  }

  @Override
  public void close() {
    server.close();
  }
}
