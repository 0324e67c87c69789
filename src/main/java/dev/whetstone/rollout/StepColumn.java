package dev.whetstone.rollout;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.whetstone.verify.StepVerdict;
import java.util.Optional;

/** What was said of a candidate's steps as it stands in its row; NULL where nobody asked. */
public final class StepColumn {
  /** Of an outcome x: what was said of its steps contradicts the exact check of its answer. */
  static final String CONTESTED =
      "(x.step_verifier IS NOT NULL AND x.grade <> 'UNREADABLE' AND (x.grade = 'RIGHT') <> "
          + ReadOutcomes.READ_AS_RIGHT
          + ")";

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .build();

  private StepColumn() {}

  /** Quotes are parts of the candidate's text, and are kept only where that is. */
  static String json(Optional<StepVerdict> steps, boolean keepText) {
    return steps.map(said -> json(keepText ? said : withoutQuotes(said))).orElse(null);
  }

  public static Optional<StepVerdict> read(String json) {
    return Optional.ofNullable(json).map(StepColumn::parse);
  }

  private static StepVerdict withoutQuotes(StepVerdict said) {
    return said instanceof StepVerdict.Read read ? read.withoutQuotes() : said;
  }

  private static String json(StepVerdict said) {
    try {
      return JSON.writeValueAsString(said);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what is said of steps is always JSON", e);
    }
  }

  private static StepVerdict parse(String json) {
    try {
      JsonNode said = JSON.readTree(json);
      return said.has("unread")
          ? JSON.treeToValue(said, StepVerdict.Unread.class)
          : JSON.treeToValue(said, StepVerdict.Read.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an outcome's steps are not readable", e);
    }
  }
}
