package dev.whetstone.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a model is, as its folder's {@code card.json} says: SNAKE_CASE JSON, unknown fields refused.
 *
 * @param name as the folder's parent is named
 * @param version as the folder is named
 * @param role how it reads a derivation
 * @param format how its weights are kept
 * @param description for people
 * @param parent what it was trained from
 * @param licence SPDX, of the weights
 * @param data what it was trained on
 * @param files SHA-256, hex, of every other file of the folder by its name
 * @param inputs how texts become its tokens
 * @param thresholds where its probabilities become decisions
 * @param calibration from its logit to a probability
 * @param kinds kinds of flaw, in the order of the network's outputs; may be empty
 * @param metrics measured when it was made, by benchmark set
 * @param golden what it must say again before it may serve; at least one
 */
public record Card(
    String name,
    String version,
    Role role,
    Format format,
    String description,
    Optional<String> parent,
    String licence,
    List<Data> data,
    Map<String, String> files,
    Inputs inputs,
    Thresholds thresholds,
    Calibration calibration,
    List<String> kinds,
    Map<String, Map<String, Double>> metrics,
    List<Golden> golden) {
  /** Name and version as they stand in verdicts: {@code step-verifier@1}. */
  public String id() {
    return name + "@" + version;
  }

  public Card withFiles(Map<String, String> sums) {
    return with(sums, thresholds, calibration, metrics, golden);
  }

  public Card withDecisions(Calibration fitted, Thresholds chosen) {
    return with(files, chosen, fitted, metrics, golden);
  }

  public Card withMeasures(Map<String, Map<String, Double>> measured, List<Golden> examples) {
    return with(files, thresholds, calibration, measured, examples);
  }

  private Card with(
      Map<String, String> sums,
      Thresholds chosen,
      Calibration fitted,
      Map<String, Map<String, Double>> measured,
      List<Golden> examples) {
    return new Card(
        name,
        version,
        role,
        format,
        description,
        parent,
        licence,
        data,
        sums,
        inputs,
        chosen,
        fitted,
        kinds,
        measured,
        examples);
  }

  /** How a model reads a derivation. */
  public enum Role {
    /** A score for each step, at the token that ends it. */
    STEPS,
    /** Problem and solution as one text: classification (the last class is right) or regression. */
    WHOLE,
    /** Problem and solution as a pair of texts, as rerankers do. */
    PAIR
  }

  /** How weights are kept. */
  public enum Format {
    /** Our own network. */
    WHETSTONE("weights.safetensors"),
    /** A user's, on the PyTorch engine. */
    TORCHSCRIPT("model.pt"),
    /** A user's, on OnnxRuntime. */
    ONNX("model.onnx");

    private final String weights;

    Format(String weights) {
      this.weights = weights;
    }

    /** Name of the file that they lie in. */
    public String weights() {
      return weights;
    }
  }

  /**
   * @param sha256 of the data as it was read, hex
   */
  public record Data(String source, long rows, String sha256, String licence) {}

  /**
   * @param maxTokens tokens of a window, at most what the network has positions for
   * @param separator the token that ends a step ({@link Role#STEPS}), as the tokenizer writes it
   * @param tokenTypes whether the network takes token types as its third input
   */
  public record Inputs(int maxTokens, Optional<String> separator, boolean tokenTypes) {}

  /**
   * @param step a solution with a step below it is wrong, and without it one whose whole is below
   *     {@code full}; where the first error is, {@link Reading#of} says
   * @param half the whole scores at least 1/2 from here
   * @param full the whole scores 1 from here
   */
  public record Thresholds(Optional<Double> step, double half, double full) {
    /** The whole's probability on {0, 1/2, 1}. */
    public double score(double whole) {
      return whole >= full ? 1 : whole >= half ? 0.5 : 0;
    }
  }

  /** P = 1 / (1 + exp(-(slope z + offset))), z the network's logit for right (Platt, 1999). */
  public record Calibration(double slope, double offset) {}

  /**
   * @param steps P(right) for each step, or, where the model scores the whole alone, the whole's
   */
  public record Golden(String problem, List<String> steps, List<Double> scores, double tolerance) {}
}
