package dev.whetstone.model.host;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.ModelException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.ParameterStore;
import dev.whetstone.model.Card;
import dev.whetstone.model.Derivation;
import dev.whetstone.model.ModelFault;
import dev.whetstone.model.Prepared;
import dev.whetstone.model.Reading;
import dev.whetstone.model.StepTree;
import dev.whetstone.model.TreeReading;
import dev.whetstone.model.TreeScorer;
import dev.whetstone.model.Unscorable;
import dev.whetstone.model.net.Inputs;
import dev.whetstone.model.net.Network;
import dev.whetstone.model.net.Safetensors;
import dev.whetstone.model.net.TorchScript;
import dev.whetstone.model.text.Row;
import dev.whetstone.model.text.StepTokenizer;
import dev.whetstone.model.wide.LogisticRegression;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Our own step verifier. A derivation longer than a window is scored window by window: a step sees
 * the problem and the latest steps before it (see {@code Rows}); nothing is cut.
 */
final class StepVerifier implements TreeScorer {
  private static final String WEIGHTS = Card.Format.WHETSTONE.weights();

  private final Card card;
  private final Model model;
  private final NDManager manager;
  private final NDArray theta;
  private final Preparation preparation;

  private StepVerifier(Card card, Model model, Preparation preparation, Safetensors.Source weights)
      throws IOException {
    this.card = card;
    this.model = model;
    this.preparation = preparation;
    // Outputs pass through the manager of the first input on their way to a call's own.
    this.manager = model.getNDManager().newSubManager();
    this.theta = manager.zeros(new Shape(weights.network().layout().size()));
    weights.theta(this::put);
  }

  private void put(int at, float[] values) {
    try (NDManager scope = manager.newSubManager()) {
      theta.set(new NDIndex().addSliceDim(at, (long) at + values.length), scope.create(values));
    }
  }

  /**
   * @throws Refused if the tokenizer or the weights are none, or do not fit each other, the card or
   *     this program
   */
  static StepVerifier load(Path folder, Card card, Device device, Bounds bounds) throws Refused {
    try (Safetensors.Source weights = Safetensors.open(folder.resolve(WEIGHTS))) {
      new Fitting(folder).check(weights, card);
      LogisticRegression wide = LogisticRegression.of(weights.wide());
      int window = card.inputs().maxTokens();
      Preparation preparation = new Preparation(tokenizer(folder), wide, window, bounds);
      return load(folder, card, device, preparation, weights);
    } catch (IOException e) {
      throw new Refused(folder, WEIGHTS, Refused.said(e), e);
    }
  }

  private static StepVerifier load(
      Path folder, Card card, Device device, Preparation preparation, Safetensors.Source weights)
      throws Refused {
    Model model = Model.newInstance(card.id(), device, Engines.PYTORCH);
    try {
      byte[] code = TorchScript.archive(weights.network().reading(Network.Precision.FULL));
      model.load(new ByteArrayInputStream(code), Map.of());
      return new StepVerifier(card, model, preparation, weights);
    } catch (IOException | ModelException | RuntimeException e) {
      model.close();
      preparation.tokenizer().close();
      throw new Refused(folder, WEIGHTS, Refused.said(e), e);
    }
  }

  private static StepTokenizer tokenizer(Path folder) throws Refused {
    Engines.settle();
    try {
      return StepTokenizer.read(folder.resolve(StepTokenizer.FILE));
    } catch (IOException | RuntimeException e) {
      throw new Refused(folder, StepTokenizer.FILE, "it is no tokenizer: " + Refused.said(e), e);
    }
  }

  /** What holds the engine's arrays. */
  NDManager manager() {
    return manager;
  }

  @Override
  public Card card() {
    return card;
  }

  @Override
  public Prepared prepare(Derivation derivation) throws Unscorable {
    return preparation.derivation(derivation);
  }

  @Override
  public Prepared prepare(StepTree tree) throws Unscorable {
    return preparation.tree(tree);
  }

  @Override
  public List<Reading> score(List<Prepared> batch) {
    return outputs(batch).stream().map(Outputs::reading).toList();
  }

  @Override
  public List<TreeReading> read(List<Prepared> batch) {
    return outputs(batch).stream().map(Outputs::treeReading).toList();
  }

  private List<Outputs> outputs(List<Prepared> batch) {
    List<Windowed> all = batch.stream().map(Windowed.class::cast).toList();
    List<Row> rows = all.stream().flatMap(windowed -> windowed.rows().stream()).toList();
    List<RowOutput> said = said(rows);
    List<Outputs> outputs = new ArrayList<>();
    int at = 0;
    for (Windowed windowed : all) {
      int end = at + windowed.rows().size();
      outputs.add(new Outputs(new Decision(card), windowed, said.subList(at, end)));
      at = end;
    }
    return outputs;
  }

  private List<RowOutput> said(List<Row> rows) {
    RowOutput[] said = new RowOutput[rows.size()];
    for (List<Integer> slice : Slices.of(rows, preparation.bounds().callTokens())) {
      List<RowOutput> outputs = call(slice.stream().map(rows::get).toList());
      for (int i = 0; i < slice.size(); i++) said[slice.get(i)] = outputs.get(i);
    }
    return List.of(said);
  }

  private List<RowOutput> call(List<Row> rows) {
    Inputs inputs = Inputs.of(rows);
    try (NDManager scope = model.getNDManager().newSubManager()) {
      // Off on the thread that loads the engine alone; on any other it would record gradients.
      JniUtils.setGradMode(false);
      NDList list = new NDList(theta);
      list.addAll(inputs.on(scope));
      NDList said = model.getBlock().forward(new ParameterStore(scope, true), list, false);
      said.attach(scope);
      float[] steps = said.get(0).toFloatArray();
      float[] spans = said.get(1).toFloatArray();
      return RowOutput.of(rows, steps, spans, 1 + card.kinds().size(), inputs.side());
    } catch (RuntimeException e) {
      throw new ModelFault(card.id() + ": " + Refused.said(e), e);
    }
  }

  @Override
  public void close() {
    model.close();
    preparation.tokenizer().close();
  }
}
