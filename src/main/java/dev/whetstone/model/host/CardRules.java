package dev.whetstone.model.host;

import dev.whetstone.model.Card;
import dev.whetstone.model.Card.Format;
import dev.whetstone.model.Card.Golden;
import dev.whetstone.model.Card.Role;
import dev.whetstone.model.text.StepTokenizer;
import java.nio.file.Path;
import java.util.List;

/** What a card must say, whatever its files hold. */
record CardRules(Path folder, Card card) {
  private static final int LEAST_TOKENS = 8;
  private static final int MOST_TOKENS = 8192;
  private static final double MOST_TOLERANCE = 0.1;

  void check() throws Refused {
    named();
    decided();
    require(
        card.inputs().maxTokens() >= LEAST_TOKENS && card.inputs().maxTokens() <= MOST_TOKENS,
        "inputs.max_tokens lies between " + LEAST_TOKENS + " and " + MOST_TOKENS);
    require(
        card.format() == Format.WHETSTONE || card.role() != Role.STEPS || hasSeparator(),
        "role STEPS needs inputs.separator, the token that ends a step");
    for (String file : List.of(StepTokenizer.FILE, card.format().weights()))
      require(card.files().containsKey(file), "files does not list " + file + ", which is needed");
    require(!card.golden().isEmpty(), "golden needs at least one example");
    for (int i = 0; i < card.golden().size(); i++) golden(i + 1, card.golden().get(i));
  }

  private void named() throws Refused {
    Path parent = folder.getParent();
    String name = parent == null ? "" : String.valueOf(parent.getFileName());
    String version = String.valueOf(folder.getFileName());
    require(ModelFolders.isName(name), "the model's folder has an odd name");
    require(ModelFolders.isName(version), "the version's folder has an odd name");
    require(card.name().equals(name), "name is not that of the folder, " + name);
    require(card.version().equals(version), "version is not that of the folder, " + version);
  }

  private void decided() throws Refused {
    if (card.thresholds().step().isPresent())
      probability("thresholds.step", card.thresholds().step().get());
    probability("thresholds.half", card.thresholds().half());
    probability("thresholds.full", card.thresholds().full());
    require(
        card.thresholds().half() <= card.thresholds().full(),
        "thresholds.half is at most thresholds.full");
    double slope = card.calibration().slope();
    require(Double.isFinite(slope) && slope != 0, "calibration.slope is finite and not 0");
    require(Double.isFinite(card.calibration().offset()), "calibration.offset is finite");
  }

  private boolean hasSeparator() {
    return card.inputs().separator().filter(separator -> !separator.isEmpty()).isPresent();
  }

  private void golden(int number, Golden golden) throws Refused {
    String example = "golden example " + number;
    int due = card.role() == Role.STEPS ? golden.steps().size() : 1;
    require(!golden.steps().isEmpty(), example + " has no steps");
    require(
        golden.scores().size() == due,
        example + " has " + golden.scores().size() + " scores where " + due + " are due");
    for (double score : golden.scores()) probability("each score of " + example, score);
    require(
        golden.tolerance() >= 0 && golden.tolerance() <= MOST_TOLERANCE,
        "the tolerance of " + example + " lies between 0 and " + MOST_TOLERANCE);
  }

  /** NaN is refused with the rest. */
  private void probability(String what, double value) throws Refused {
    require(value >= 0 && value <= 1, what + " lies between 0 and 1");
  }

  private void require(boolean holds, String rule) throws Refused {
    if (!holds) throw new Refused(folder, Cards.FILE, rule);
  }
}
