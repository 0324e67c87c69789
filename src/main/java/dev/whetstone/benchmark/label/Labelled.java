package dev.whetstone.benchmark.label;

import dev.whetstone.model.Derivation;
import dev.whetstone.task.Hash;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One labelled solution.
 *
 * @param set the set it belongs to, such as {@code processbench/gsm8k}
 * @param id its name within the set
 * @param finalAnswerCorrect empty where nobody said; a right answer may follow from wrong steps
 * @param confidence P(the labels are right), in [0, 1]; it may change as more becomes known
 */
public record Labelled(
    String set,
    String id,
    Split split,
    Derivation solution,
    Truth truth,
    Optional<Boolean> finalAnswerCorrect,
    Provenance provenance,
    double confidence) {
  /** The longest id, in characters. */
  static final int LONGEST_ID = 200;

  private static final Pattern SET = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{0,99}");

  /** What a solution may be used for. */
  @Schema(name = "LabelSplit")
  public enum Split {
    TRAIN,
    VALIDATION,
    TEST;

    private static final Pattern NAMES_TRAIN = Pattern.compile("(?<![a-z])train");
    private static final Pattern NAMES_VALIDATION = Pattern.compile("(?<![a-z])(valid|dev)");

    /** As a file's name tells; test where it tells nothing, so that nothing is trained on it. */
    public static Split ofName(String name) {
      if (NAMES_TRAIN.matcher(name).find()) return TRAIN;
      return NAMES_VALIDATION.matcher(name).find() ? VALIDATION : TEST;
    }
  }

  /**
   * Where a solution and its labels come from.
   *
   * @param generator who wrote the solution
   * @param labelSource who labelled it
   * @param licence an SPDX expression; {@value #NO_LICENCE} where nobody said
   */
  public record Provenance(String generator, String labelSource, String licence) {
    /** SPDX's word for what nobody said. */
    public static final String NO_LICENCE = "NOASSERTION";

    public Provenance {
      Objects.requireNonNull(generator);
      Objects.requireNonNull(labelSource);
      Objects.requireNonNull(licence);
    }
  }

  public Labelled {
    requireSetName(set);
    if (id.isBlank() || id.length() > LONGEST_ID)
      throw new IllegalArgumentException("an id has 1 to " + LONGEST_ID + " characters");
    if (solution.problem().isBlank()) throw new IllegalArgumentException("the problem is empty");
    if (solution.steps().stream().anyMatch(String::isBlank))
      throw new IllegalArgumentException("a step is empty");
    if (solution.steps().size() != truth.steps().size())
      throw new IllegalArgumentException("as many labels as steps are needed");
    Objects.requireNonNull(split);
    Objects.requireNonNull(finalAnswerCorrect);
    Objects.requireNonNull(provenance);
    if (!(confidence >= 0 && confidence <= 1))
      throw new IllegalArgumentException("a confidence of " + confidence);
  }

  /** One whose labels are taken for right. */
  public Labelled(
      String set,
      String id,
      Split split,
      Derivation solution,
      Truth truth,
      Optional<Boolean> finalAnswerCorrect,
      Provenance provenance) {
    this(set, id, split, solution, truth, finalAnswerCorrect, provenance, 1);
  }

  /** The same labels, otherwise trusted. */
  public Labelled trusted(double other) {
    return new Labelled(set, id, split, solution, truth, finalAnswerCorrect, provenance, other);
  }

  /**
   * @throws IllegalArgumentException if a set cannot have this name
   */
  public static String requireSetName(String name) {
    if (SET.matcher(name).matches()) return name;
    throw new IllegalArgumentException(
        "a set's name has 1 to 100 letters, digits, dots, dashes, underscores and slashes, not "
            + name);
  }

  /** The first 128 bits of a hash over all but set, id and confidence. */
  byte[] contentHash() {
    String whole =
        Hash.of(
                solution.problem(),
                hash(solution.steps()),
                truth.signs(),
                truth.scope().name(),
                split.name(),
                finalAnswerCorrect.map(Object::toString).orElse(""),
                provenance.generator(),
                provenance.labelSource(),
                provenance.licence())
            .hex();
    return HexFormat.of().parseHex(whole, 0, 32);
  }

  private static String hash(List<String> texts) {
    return Hash.of(texts.toArray(String[]::new)).hex();
  }
}
