package dev.whetstone.model.host;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.ModelException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.ParameterStore;
import dev.whetstone.model.Card;
import dev.whetstone.model.Card.Format;
import dev.whetstone.model.ModelFault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A user's network on its engine: tokens in, logits out, nothing left behind. */
final class Graph implements AutoCloseable {
  private static final List<String> INPUTS =
      List.of("input_ids", "attention_mask", "token_type_ids");

  private final Card card;
  private final Model model;
  private final boolean named;

  private Graph(Card card, Model model) {
    this.card = card;
    this.model = model;
    this.named =
        card.format() == Format.ONNX
            && model.getBlock().describeInput().keys().containsAll(inputs());
  }

  /**
   * @throws Refused if the engine cannot load the weights
   */
  static Graph load(Path folder, Card card, Device device) throws Refused {
    String file = card.format().weights();
    Model model = Model.newInstance(card.id(), device, engine(card.format()));
    try {
      model.load(folder, file, options(card.format()));
      return new Graph(card, model);
    } catch (IOException | ModelException | RuntimeException e) {
      model.close();
      throw new Refused(folder, file, "the engine cannot load it: " + Refused.said(e), e);
    }
  }

  static String engine(Format format) {
    return format == Format.ONNX ? Engines.ONNX : Engines.PYTORCH;
  }

  /**
   * @throws ModelFault if the engine fails or the output has not the role's shape
   */
  Logits run(Padded batch) {
    try (NDManager scope = model.getNDManager().newSubManager()) {
      // Off on the thread that loads the engine alone; on any other it would record gradients.
      if (card.format() == Format.TORCHSCRIPT) JniUtils.setGradMode(false);
      NDArray logits =
          logits(
              model
                  .getBlock()
                  .forward(new ParameterStore(scope, true), arrays(scope, batch), false));
      return Logits.of(logits.toFloatArray(), logits.getShape().getShape(), card.role(), batch);
    } catch (RuntimeException e) {
      throw new ModelFault(card.id() + ": " + Refused.said(e), e);
    }
  }

  /** What holds the engine's arrays. */
  NDManager manager() {
    return model.getNDManager();
  }

  @Override
  public void close() {
    model.close();
  }

  private List<String> inputs() {
    return card.inputs().tokenTypes() ? INPUTS : INPUTS.subList(0, 2);
  }

  private NDList arrays(NDManager scope, Padded batch) {
    Shape shape = new Shape(batch.rows(), batch.columns());
    NDList arrays = new NDList();
    for (String input : inputs()) {
      NDArray array = scope.create(values(input, batch), shape);
      if (named) array.setName(input);
      arrays.add(array);
    }
    return arrays;
  }

  /** The output of that name, else the first. */
  private static NDArray logits(NDList output) {
    NDArray logits =
        output.stream()
            .filter(array -> "logits".equals(array.getName()))
            .findFirst()
            .orElseGet(output::head);
    DataType type = logits.getDataType();
    if (type != DataType.FLOAT32 && type != DataType.FLOAT16)
      throw new IllegalArgumentException(
          "its output is of type " + type + ", not float32 or float16");
    return logits;
  }

  private static long[] values(String input, Padded batch) {
    return switch (input) {
      case "input_ids" -> batch.ids();
      case "attention_mask" -> batch.mask();
      default -> batch.types();
    };
  }

  private static Map<String, String> options(Format format) {
    String threads = Integer.toString(Engines.threads());
    return format == Format.ONNX
        ? Map.of("interOpNumThreads", "1", "intraOpNumThreads", threads)
        : Map.of("mapLocation", "true");
  }
}
