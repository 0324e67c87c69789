package dev.whetstone.model.fit;

import ai.djl.Device;
import dev.whetstone.model.host.Engines;
import dev.whetstone.model.host.Placement;
import dev.whetstone.model.net.Network;
import dev.whetstone.model.text.Row;
import dev.whetstone.model.text.StepTokenizer;
import java.io.IOException;
import java.util.List;

/**
 * Fits a network from its first step to its last, or to where validation no longer gets better,
 * with a checkpoint at each validation. On a CPU, with the same threads, seed and data it gives the
 * same weights bit for bit, whether it was stopped on its way or not; a GPU may add in any order.
 */
public final class Trainer implements AutoCloseable {
  private final Plan plan;
  private final Checkpoints checkpoints;
  private final List<ExampleRow> rows;
  private final Schedule schedule;
  private final Validator validator;
  private final EarlyStopping best;
  private final Fit fit;

  /** Told what happens; on the trainer's own thread. */
  public interface Listener {
    void stepped(int step, float loss, int tokens);

    void validated(Validation validation);
  }

  /**
   * @param weights where it starts
   * @param checkpoints where it goes on, if there is one
   * @throws IOException if no labelled step fits a row, or a checkpoint is damaged
   */
  public Trainer(
      Network network,
      float[] weights,
      StepTokenizer tokenizer,
      Plan plan,
      List<Example> training,
      List<Example> validation,
      Checkpoints checkpoints,
      Placement placement)
      throws IOException {
    this.plan = plan;
    this.checkpoints = checkpoints;
    rows = rows(training, "training", tokenizer, network, plan);
    schedule = new Schedule(rows, plan.batchTokens(), plan.seed());
    List<ExampleRow> validating = rows(validation, "validation", tokenizer, network, plan);
    validator = new Validator(validation, validating, plan.batchTokens());
    best = new EarlyStopping(plan.patience(), weights);
    var checkpoint = checkpoints.read(weights.length);
    fit = new Fit(network, weights, plan, placement);
    checkpoint.ifPresent(fit::resume);
    checkpoint.ifPresent(best::resume);
  }

  private static List<ExampleRow> rows(
      List<Example> examples, String what, StepTokenizer tokenizer, Network network, Plan plan)
      throws IOException {
    List<ExampleRow> rows =
        examples.stream()
            .flatMap(
                e -> ExampleRow.of(e, tokenizer, network.positions(), plan.rowTokens()).stream())
            .toList();
    if (rows.stream().flatMap(r -> r.row().steps().stream()).noneMatch(Row.Step::scored))
      throw new IOException("the " + what + " data has no labelled step that fits a row");
    return rows;
  }

  /**
   * What sums are made on there: on another, weights come out otherwise.
   *
   * @throws dev.whetstone.model.host.MissingGpu if a GPU is demanded that the engine does not see
   */
  public static String processor(Placement placement) {
    Device device = Fit.device(placement);
    return device.isGpu()
        ? device.toString()
        : "cpu with %d thread(s)".formatted(Engines.threads());
  }

  /** Steps made, by this process or by one before it. */
  public int step() {
    return fit.step();
  }

  /** Rows of the training data, and their tokens. */
  public String size() {
    long tokens = rows.stream().mapToLong(row -> row.row().length()).sum();
    return "%,d rows, %,d tokens".formatted(rows.size(), tokens);
  }

  /** The best weights that validation has seen. */
  public float[] run(Listener listener) throws IOException {
    double loss = 0;
    int since = 0;
    while (fit.step() < plan.steps() && !best.ends()) {
      Batch batch = new Batch(schedule.at(fit.step()));
      float now = fit.learn(batch);
      loss += now;
      since++;
      listener.stepped(fit.step(), now, batch.tokens());
      if (fit.step() % plan.validateEvery() == 0 || fit.step() == plan.steps()) {
        listener.validated(validate(loss / since));
        loss = 0;
        since = 0;
      }
    }
    return best.weights();
  }

  private Validation validate(double loss) throws IOException {
    List<ScoredStep> scored = validator.scored(fit);
    double now = ValidationMetrics.logLoss(scored);
    double auc = ValidationMetrics.auc(scored);
    float[] weights = fit.weights();
    // What is calibrated afterwards is chosen by its ranking; the loss where there is none.
    boolean better = best.improves(Double.isNaN(auc) ? now : 1 - auc, weights);
    checkpoints.write(
        new Checkpoint(
            checkpoints.key(),
            fit.step(),
            weights,
            fit.first(),
            fit.second(),
            best.best(),
            best.stale(),
            best.weights()));
    return new Validation(fit.step(), loss, now, auc, better);
  }

  @Override
  public void close() {
    fit.close();
  }
}
