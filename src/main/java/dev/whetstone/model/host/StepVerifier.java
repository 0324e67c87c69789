package dev.whetstone.model.host;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.ModelException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.ParameterStore;
import dev.whetstone.model.Card;
import dev.whetstone.model.Derivation;
import dev.whetstone.model.ModelFault;
import dev.whetstone.model.Prepared;
import dev.whetstone.model.Reading;
import dev.whetstone.model.Scorer;
import dev.whetstone.model.Unscorable;
import dev.whetstone.model.net.Inputs;
import dev.whetstone.model.net.Network;
import dev.whetstone.model.net.Safetensors;
import dev.whetstone.model.net.TorchScript;
import dev.whetstone.model.text.Row;
import dev.whetstone.model.text.Tokenizer;
import dev.whetstone.model.wide.LogisticRegression;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Our own step verifier. A derivation longer than a window is scored window by window: a step sees
 * the problem and the latest steps before it (see {@code Rows}); nothing is cut.
 */
final class StepVerifier implements Scorer {
  private final Card card;
  private final Tokenizer tokenizer;
  private final Model model;
  private final NDArray theta;
  private final LogisticRegression wide;

  private StepVerifier(Card card, Tokenizer tokenizer, Model model, Safetensors.Content content) {
    this.card = card;
    this.tokenizer = tokenizer;
    this.model = model;
    this.theta = model.getNDManager().create(content.theta());
    this.wide = LogisticRegression.of(content.wide());
  }

  /**
   * @throws Refused if the tokenizer or the weights are none, or do not fit the card
   */
  static StepVerifier load(Path folder, Card card, Device device) throws Refused {
    Safetensors.Content content = content(folder, card);
    Tokenizer tokenizer = tokenizer(folder);
    Model model = Model.newInstance(card.id(), device, Engines.PYTORCH);
    try {
      byte[] code = TorchScript.archive(content.network().reading(Network.Precision.FULL));
      model.load(new ByteArrayInputStream(code), Map.of());
      return new StepVerifier(card, tokenizer, model, content);
    } catch (IOException | ModelException | RuntimeException e) {
      model.close();
      tokenizer.close();
      throw new Refused(folder, "weights.safetensors", Refused.said(e), e);
    }
  }

  private static Safetensors.Content content(Path folder, Card card) throws Refused {
    try {
      Safetensors.Content content = Safetensors.read(folder.resolve("weights.safetensors"));
      require(content.network().kinds() == card.kinds().size(), "kinds of flaw");
      require(content.network().positions() >= card.inputs().maxTokens(), "max_tokens");
      return content;
    } catch (IOException e) {
      throw new Refused(folder, "weights.safetensors", Refused.said(e), e);
    }
  }

  private static void require(boolean fits, String what) throws IOException {
    if (!fits) throw new IOException("its shape does not fit the card's " + what);
  }

  private static Tokenizer tokenizer(Path folder) throws Refused {
    try {
      return Tokenizer.read(folder.resolve("tokenizer.json"));
    } catch (IOException | RuntimeException e) {
      throw new Refused(folder, "tokenizer.json", Refused.said(e), e);
    }
  }

  @Override
  public Card card() {
    return card;
  }

  @Override
  public Prepared prepare(Derivation derivation) throws Unscorable {
    return Windowed.of(derivation, tokenizer, wide, card.inputs().maxTokens());
  }

  @Override
  public List<Reading> score(List<Prepared> batch) {
    if (batch.isEmpty()) return List.of();
    List<Windowed> all = batch.stream().map(Windowed.class::cast).toList();
    List<Row> rows = all.stream().flatMap(windowed -> windowed.rows().stream()).toList();
    Outputs outputs = outputs(Inputs.of(rows));
    return all.stream().map(outputs::reading).toList();
  }

  private Outputs outputs(Inputs inputs) {
    try (NDManager scope = model.getNDManager().newSubManager()) {
      // Off on the thread that loads the engine alone; on any other it would record gradients.
      JniUtils.setGradMode(false);
      NDList list = new NDList(theta);
      list.addAll(inputs.on(scope));
      NDList said = model.getBlock().forward(new ParameterStore(scope, true), list, false);
      said.attach(scope);
      return new Outputs(
          new Decision(card),
          said.get(0).toFloatArray(),
          said.get(1).toFloatArray(),
          inputs.side());
    } catch (RuntimeException e) {
      throw new ModelFault(card.id() + ": " + Refused.said(e), e);
    }
  }

  @Override
  public void close() {
    model.close();
    tokenizer.close();
  }
}
