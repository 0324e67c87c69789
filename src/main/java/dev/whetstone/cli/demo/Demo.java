package dev.whetstone.cli.demo;

import dev.whetstone.cli.client.KnownTask;
import dev.whetstone.cli.demo.loop.DemoLoop;
import dev.whetstone.cli.demo.training.DemoTrain;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Trains a simulated learner at a running server and shows its curriculum follow it. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Trains a simulated learner at a running server, and draws how its curriculum follows.",
      "The learner is arithmetic, not a model: a skill for each family, which grows with the"
          + " rewards of usable groups. It comes by the public HTTP API, and knows the answers"
          + " because it creates its run with a seed of its own."
    },
    subcommands = {DemoLoop.class, DemoTrain.class},
    footer = {"", "Example: ./whetstone serve, and in another terminal: ./whetstone demo"})
public final class Demo implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--url",
      defaultValue = "http://127.0.0.1:8080",
      description = "the server (default: ${DEFAULT-VALUE})")
  private URI url;

  @Option(
      names = "--curriculum",
      defaultValue = "default",
      description = "the curriculum to follow (default: ${DEFAULT-VALUE})")
  private String curriculum;

  @Option(
      names = "--steps",
      defaultValue = "300",
      description = "training steps (default: ${DEFAULT-VALUE})")
  private int steps;

  @Option(
      names = "--prompts",
      defaultValue = "24",
      description = "tasks in a step (default: ${DEFAULT-VALUE})")
  private int prompts;

  @Option(
      names = "--group",
      defaultValue = "8",
      description = "answers to each task (default: ${DEFAULT-VALUE})")
  private int group;

  @Override
  public Integer call() {
    requireSensible();
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    try (RunOverHttp run = RunOverHttp.create(url, curriculum, group)) {
      train(run, out);
      return 0;
    } catch (IOException e) {
      System.err.println("whetstone: " + e.getMessage());
      return 1;
    }
  }

  private void requireSensible() {
    require(steps >= 1 && steps <= 1_000_000, "--steps lies between 1 and 1000000");
    require(prompts >= 1 && prompts <= 512, "--prompts lies between 1 and 512");
    require(group >= 2 && group <= 64, "--group lies between 2 and 64");
    require(url.getHost() != null, "--url is like http://127.0.0.1:8080");
  }

  private void require(boolean fits, String what) {
    if (!fits) throw new ParameterException(spec.commandLine(), what);
  }

  private void train(RunOverHttp run, PrintStream out) throws IOException {
    Scoreboard board = new Scoreboard(run.curriculum());
    SimulatedLearner learner = new SimulatedLearner(board.families(), run.seed());
    try (Display display = Display.on(out, title(run), steps, board.families().size())) {
      for (int step = 1; step <= steps; step++) {
        step(run, learner, board);
        if (display.isDue(step)) display.show(step, board.seen(run.curriculum()));
      }
    }
    out.print(new Closing(board, steps, group).words());
    out.println(Closing.wrapped(run.finish()));
  }

  private String title(RunOverHttp run) {
    return "Whetstone demo: a simulated learner at %s, curriculum %s, run %s"
        .formatted(url, curriculum, run.id());
  }

  private void step(RunOverHttp run, SimulatedLearner learner, Scoreboard board)
      throws IOException {
    List<KnownTask> tasks = run.hand(prompts);
    List<Attempt> attempts = tasks.stream().map(task -> learner.attempt(task, group)).toList();
    List<double[]> rewards = run.send(attempts);
    for (int i = 0; i < attempts.size(); i++) {
      learner.learn(attempts.get(i), rewards.get(i));
      board.count(attempts.get(i), rewards.get(i));
    }
  }
}
