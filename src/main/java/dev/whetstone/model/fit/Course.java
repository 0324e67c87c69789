package dev.whetstone.model.fit;

import dev.whetstone.model.net.Network;
import dev.whetstone.model.text.Row;
import dev.whetstone.model.text.Tokenizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Fits a network from its first step to its last, or to where validation no longer gets better,
 * with a checkpoint at each look. With the same threads, seed and data it gives the same weights
 * bit for bit, whether it was stopped on its way or not.
 */
public final class Course implements AutoCloseable {
  private final Plan plan;
  private final String key;
  private final Path folder;
  private final List<Lesson> training;
  private final List<Example> validation;
  private final Fit fit;
  private final List<Lesson> validating;
  private double best = Double.POSITIVE_INFINITY;
  private int stale;
  private float[] bestTheta;

  /** Told what happens; on the course's own thread. */
  public interface Watcher {
    void stepped(int step, float loss, int tokens);

    void looked(Check check);
  }

  /**
   * @param key names recipe and data; a checkpoint of another key in the folder is not gone on from
   * @param folder for checkpoints
   */
  public Course(
      Network network,
      float[] weights,
      Tokenizer tokenizer,
      Plan plan,
      List<Example> training,
      List<Example> validation,
      String key,
      Path folder)
      throws IOException {
    this.plan = plan;
    this.key = key;
    this.folder = folder;
    this.validation = validation;
    int positions = network.positions();
    this.training = lessons(training, tokenizer, positions, plan.rowTokens());
    this.validating = lessons(validation, tokenizer, positions, plan.rowTokens());
    requireScored(this.training, "training");
    requireScored(validating, "validation");
    fit = new Fit(network, weights, plan);
    bestTheta = weights;
    Checkpoint.read(folder, key).ifPresent(this::resume);
  }

  private static List<Lesson> lessons(
      List<Example> examples, Tokenizer tokenizer, int positions, int max) {
    return examples.stream()
        .flatMap(example -> Lesson.of(example, tokenizer, positions, max).stream())
        .toList();
  }

  private static void requireScored(List<Lesson> lessons, String what) throws IOException {
    boolean any =
        lessons.stream().flatMap(l -> l.row().steps().stream()).anyMatch(Row.Step::scored);
    if (!any) throw new IOException("the " + what + " data has no labelled step that fits a row");
  }

  private void resume(Checkpoint checkpoint) {
    fit.resume(checkpoint.theta(), checkpoint.first(), checkpoint.second(), checkpoint.step());
    best = checkpoint.best();
    stale = checkpoint.stale();
    bestTheta = checkpoint.bestTheta();
  }

  /** Steps made, by this process or by one before it. */
  public int step() {
    return fit.step();
  }

  /** Rows of the training data, and their tokens. */
  public String size() {
    long tokens = training.stream().mapToLong(lesson -> lesson.row().length()).sum();
    return "%,d rows, %,d tokens".formatted(training.size(), tokens);
  }

  /** The best weights that validation has seen. */
  public float[] run(Watcher watcher) throws IOException {
    double loss = 0;
    int since = 0;
    while (fit.step() < plan.steps() && stale < plan.patience()) {
      Batch batch = new Batch(next());
      float now = fit.learn(batch);
      loss += now;
      since++;
      watcher.stepped(fit.step(), now, batch.tokens());
      if (fit.step() % plan.lookEvery() == 0 || fit.step() == plan.steps()) {
        watcher.looked(look(loss / since));
        loss = 0;
        since = 0;
      }
    }
    return bestTheta;
  }

  private int epoch = -1;
  private List<List<Lesson>> batches = List.of();
  private int begun;

  /** The batch of the step that is next, wherever the course went on from. */
  private List<Lesson> next() {
    while (fit.step() >= begun + batches.size()) {
      begun += batches.size();
      epoch++;
      batches = Schedule.epoch(training, plan.batchTokens(), plan.seed(), epoch);
    }
    return batches.get(fit.step() - begun);
  }

  private Check look(double loss) throws IOException {
    List<Scored> scored = validate();
    double now = Validation.logLoss(scored);
    boolean better = now < best;
    stale = better ? 0 : stale + 1;
    if (better) {
      best = now;
      bestTheta = fit.weights();
    }
    new Checkpoint(
            key, fit.step(), fit.weights(), fit.first(), fit.second(), best, stale, bestTheta)
        .write(folder);
    return new Check(fit.step(), loss, now, Validation.auc(scored), better);
  }

  private List<Scored> validate() {
    return scores(fit, validation, validating, plan.batchTokens());
  }

  /** The logits of all labelled steps of the validation data, under these weights. */
  public List<Scored> validate(float[] weights) {
    fit.put(weights);
    return validate();
  }

  private static List<Scored> scores(
      Fit fit, List<Example> examples, List<Lesson> lessons, int budget) {
    IdentityHashMap<Example, Integer> index = new IdentityHashMap<>();
    for (int i = 0; i < examples.size(); i++) index.put(examples.get(i), i);
    List<Scored> scored = new ArrayList<>();
    for (List<Lesson> lessonsOfBatch : Schedule.once(lessons, budget)) {
      Batch batch = new Batch(lessonsOfBatch);
      float[][] outputs = batch.steps() == 0 ? new float[0][] : fit.read(batch);
      int at = 0;
      for (Lesson lesson : lessonsOfBatch)
        for (Row.Step step : lesson.row().steps())
          if (step.scored()) {
            Example.Step labelled = lesson.example().steps().get(step.node());
            double right = labelled.target().orElseThrow().right();
            double logit = labelled.prior() + outputs[at++][0];
            scored.add(new Scored(index.get(lesson.example()), step.node(), logit, right));
          }
    }
    return scored;
  }

  @Override
  public void close() {
    fit.close();
  }
}
