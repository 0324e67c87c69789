package dev.whetstone.model.fit;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import dev.whetstone.model.ModelFault;
import dev.whetstone.model.host.Engines;
import dev.whetstone.model.host.Placement;
import dev.whetstone.model.net.Network;
import dev.whetstone.model.net.Optimizer;
import dev.whetstone.model.net.TorchScript;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * A network on its way: one flat vector of weights, its moments, and the step it is at. Only the
 * thread that made it may use it, and no second one may learn in the same process (the engine's
 * gradient is one for all).
 */
final class Fit implements AutoCloseable {
  private static final double BETA1 = 0.9;
  private static final double BETA2 = 0.98;
  private static final double EPSILON = 1e-8;

  private final Plan plan;
  private final Model reading;
  private final Model training;
  private final Model optimizer;
  private final NDManager manager;
  private final NDArray theta;
  private final NDArray first;
  private final NDArray second;
  private final ParameterStore store;
  private int step;

  Fit(Network network, float[] weights, Plan plan, Placement placement) {
    this.plan = plan;
    Device device = device(placement);
    Network.Precision precision = plan.half() ? Network.Precision.HALF : Network.Precision.FULL;
    reading = load("reading", device, network.reading(precision));
    training =
        load(
            "training",
            device,
            network.training(precision, plan.dropout(), plan.pairWeight(), plan.sideWeight()));
    optimizer = load("optimizer", device, Optimizer.code(BETA1, BETA2));
    manager = reading.getNDManager().newSubManager();
    store = new ParameterStore(manager, false);
    theta = manager.create(weights);
    theta.setRequiresGradient(true);
    first = manager.zeros(theta.getShape());
    second = manager.zeros(theta.getShape());
  }

  /**
   * @throws dev.whetstone.model.host.MissingGpu if a GPU is demanded that the engine does not see
   */
  static Device device(Placement placement) {
    // Else the first calls of a process run another graph than those that follow: no resume would
    // give the same bits.
    System.setProperty("ai.djl.pytorch.graph_optimizer", "false");
    return Engines.device(Engines.PYTORCH, placement);
  }

  private static Model load(String name, Device device, String code) {
    Model model = Model.newInstance(name, device, Engines.PYTORCH);
    try {
      model.load(new ByteArrayInputStream(TorchScript.archive(code)), Map.of());
      return model;
    } catch (IOException | ai.djl.MalformedModelException e) {
      throw new ModelFault("the engine refuses the network's code: " + e.getMessage(), e);
    }
  }

  int step() {
    return step;
  }

  /** One optimizer step; the batch's loss. */
  float learn(Batch batch) {
    Engines.engine(Engines.PYTORCH).setRandomSeed((int) (plan.seed() * 1_000_003 + step));
    try (NDManager scope = manager.newSubManager()) {
      NDList inputs = new NDList(theta);
      inputs.addAll(batch.inputs(scope));
      inputs.addAll(batch.targets(scope));
      float loss = gradient(inputs, scope);
      if (!Float.isFinite(loss)) throw new ModelFault("the loss is " + loss + " at step " + step);
      descend(scope);
      step++;
      return loss;
    } catch (EngineException e) {
      throw new ModelFault("the engine fails at step " + step + ": " + e.getMessage(), e);
    }
  }

  private float gradient(NDList inputs, NDManager scope) {
    try (GradientCollector collector = Engines.engine(Engines.PYTORCH).newGradientCollector()) {
      NDList outputs = training.getBlock().forward(store, inputs, true);
      outputs.attach(scope);
      collector.backward(outputs.get(0));
      return outputs.get(0).toFloatArray()[0];
    }
  }

  private void descend(NDManager scope) {
    NDArray gradient = theta.getGradient();
    gradient.attach(scope);
    NDArray norm = gradient.norm();
    norm.attach(scope);
    float length = norm.toFloatArray()[0];
    if (!Float.isFinite(length))
      throw new ModelFault("the gradient's norm is " + length + " at step " + step);
    double clip = Math.min(1, plan.clip() / Math.max(1e-12, length));
    float[] constants = {
      (float) clip,
      (float) plan.rateAt(step),
      (float) (1 - Math.pow(BETA1, step + 1)),
      (float) (1 - Math.pow(BETA2, step + 1)),
      (float) plan.decay(),
      (float) EPSILON
    };
    NDList inputs = new NDList(theta, gradient, first, second, scope.create(constants));
    optimizer.getBlock().forward(store, inputs, false).attach(scope);
  }

  /** The steps' outputs, [N][1 + kinds], in the order of the rows. */
  float[][] read(Batch batch) {
    try (NDManager scope = manager.newSubManager()) {
      NDList inputs = new NDList(theta);
      inputs.addAll(batch.inputs(scope));
      NDList outputs = reading.getBlock().forward(store, inputs, false);
      outputs.attach(scope);
      int width = (int) outputs.get(0).getShape().get(1);
      float[] flat = outputs.get(0).toFloatArray();
      float[][] rows = new float[flat.length / width][width];
      for (int i = 0; i < flat.length; i++) rows[i / width][i % width] = flat[i];
      return rows;
    } catch (EngineException e) {
      throw new ModelFault("the engine fails: " + e.getMessage(), e);
    }
  }

  float[] weights() {
    return theta.toFloatArray();
  }

  /** The first moments of the gradient, as Adam keeps them. */
  float[] first() {
    return first.toFloatArray();
  }

  /** The second moments. */
  float[] second() {
    return second.toFloatArray();
  }

  void resume(Checkpoint checkpoint) {
    theta.set(checkpoint.theta());
    first.set(checkpoint.first());
    second.set(checkpoint.second());
    step = checkpoint.step();
  }

  @Override
  public void close() {
    manager.close();
    List.of(reading, training, optimizer).forEach(Model::close);
  }
}
