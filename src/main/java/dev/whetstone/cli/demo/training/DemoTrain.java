package dev.whetstone.cli.demo.training;

import dev.whetstone.cli.Speech;
import dev.whetstone.cli.bench.PackagedServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains a real, very small model on our tasks and rewards, by our curriculum and without it. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    description = {
      "Trains a real, very small model by our curriculum, and once more with all cells alike.",
      "TRL's GRPOTrainer runs in your Python (pip install torch trl) on the CPU; nothing else is"
          + " downloaded. Tasks and rewards come from this server, which is started with throw-away"
          + " data unless --url names one. Prints how many rollouts each curriculum takes to the"
          + " same pass rate on the evaluation split, and draws it."
    },
    footer = {"", "Example: ./whetstone demo train --python ~/venv/bin/python"})
public final class DemoTrain implements Callable<Integer> {
  @Mixin private Speech speech;

  @Option(
      names = "--python",
      description = "the interpreter (default: WHETSTONE_PYTHON, else python3)")
  private String python = TrainingScript.usualPython();

  @Option(
      names = "--url",
      description = "a running server that has the curricula tiny and tiny-uniform")
  private URI url;

  @Option(
      names = "--seeds",
      defaultValue = "3",
      description = "models, each trained both ways (default: ${DEFAULT-VALUE})")
  private int seeds;

  @Option(
      names = "--at-once",
      defaultValue = "2",
      description = "seeds at a time, a core each (default: ${DEFAULT-VALUE})")
  private int atOnce;

  @Option(
      names = "--steps",
      defaultValue = "120",
      description = "training steps of 128 rollouts (default: ${DEFAULT-VALUE})")
  private int steps;

  @Option(
      names = "--evaluate",
      paramLabel = "STEPS",
      defaultValue = "10",
      description = "steps from one evaluation to the next (default: ${DEFAULT-VALUE})")
  private int evaluate;

  @Option(
      names = "--warm",
      paramLabel = "STEPS",
      defaultValue = "600",
      description = "supervised steps before, on few closed pairs (default: ${DEFAULT-VALUE})")
  private int warm;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      defaultValue = "training",
      description = "for the rows, the page and the scripts (default: ${DEFAULT-VALUE})")
  private Path out;

  @Option(names = "--draw", description = "train nothing: draw the rows that lie in --out")
  private boolean draw;

  @Override
  public Integer call() throws InterruptedException {
    speech.require(seeds >= 1 && seeds <= 100, "--seeds lies between 1 and 100");
    speech.require(atOnce >= 1 && atOnce <= 64, "--at-once lies between 1 and 64");
    speech.require(steps >= 1 && steps <= 1_000_000, "--steps lies between 1 and 1000000");
    speech.require(evaluate >= 1 && evaluate <= steps, "--evaluate lies between 1 and --steps");
    speech.require(warm >= 0 && warm <= 1_000_000, "--warm lies between 0 and 1000000");
    try {
      if (!draw) train();
      return show();
    } catch (IOException e) {
      return speech.failed(e);
    }
  }

  private int show() throws IOException {
    TrainingRuns runs = TrainingRuns.read(out);
    new TrainingTable(runs).print(speech.out());
    Path page = out.resolve("training.html");
    Files.writeString(page, new TrainingPage(runs).html());
    speech.out().println("drawn in " + page.toAbsolutePath());
    return 0;
  }

  private void train() throws IOException, InterruptedException {
    TrainingScript script = new TrainingScript(python, out.toAbsolutePath());
    script.check();
    script.unpack();
    if (url != null) {
      train(script, url);
      return;
    }
    Path data = Files.createTempDirectory("whetstone-demo-train");
    speech.out().println("starting a server on data of its own in " + data);
    PackagedServer server = PackagedServer.start(data, curricula());
    Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop-server"));
    try {
      train(script, server.base());
    } finally {
      server.close();
    }
  }

  private static Path curricula() {
    return Path.of(System.getProperty("whetstone.home", "."), "curricula");
  }

  private void train(TrainingScript script, URI server) throws IOException, InterruptedException {
    try (ExecutorService lanes = Executors.newFixedThreadPool(atOnce)) {
      List<Callable<Integer>> all =
          IntStream.range(0, seeds)
              .<Callable<Integer>>mapToObj(
                  seed -> () -> script.start(server, seed, options()).waitFor())
              .toList();
      for (Future<Integer> one : lanes.invokeAll(all))
        if (ended(one) != 0) throw new IOException("a training process failed; see above");
    }
  }

  private static int ended(Future<Integer> one) throws IOException, InterruptedException {
    try {
      return one.get();
    } catch (ExecutionException e) {
      throw new IOException(e.getCause().getMessage(), e);
    }
  }

  private List<String> options() {
    return List.of("--steps=" + steps, "--evaluate=" + evaluate, "--warm=" + warm);
  }
}
