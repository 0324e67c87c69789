package dev.whetstone.model.host;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.whetstone.model.text.StepTokenizer;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the tokenizer's files say of padding, which the tokenizer does not do, and of words. */
final class TokenizerFiles {
  private static final String CONFIG = "tokenizer_config.json";

  private static final JsonMapper JSON =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  private TokenizerFiles() {}

  @RegisterForReflection
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Tokenization(Padding padding, List<Added> addedTokens) {}

  @RegisterForReflection
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Padding(long padId) {}

  @RegisterForReflection
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Added(long id, String content) {}

  @RegisterForReflection
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Config(JsonNode padToken) {}

  @RegisterForReflection
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Words(Model model) {}

  @RegisterForReflection
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Model(Map<String, Long> vocab) {}

  /** The id that stands in padding; masked, so 0 does where none is told. */
  static long pad(Path folder) throws Refused {
    Tokenization tokenization = read(folder, StepTokenizer.FILE, Tokenization.class);
    if (tokenization.padding() != null) return tokenization.padding().padId();
    if (tokenization.addedTokens() == null || !Files.isRegularFile(folder.resolve(CONFIG)))
      return 0;
    String pad = name(read(folder, CONFIG, Config.class).padToken());
    return tokenization.addedTokens().stream()
        .filter(token -> pad.equals(token.content()))
        .mapToLong(Added::id)
        .findFirst()
        .orElse(0);
  }

  /**
   * The ids of a tokenizer's words.
   *
   * @throws Refused if it has no such table, as some that cut otherwise have not
   */
  static Map<String, Long> vocabulary(Path folder) throws Refused {
    Words file = read(folder, StepTokenizer.FILE, Words.class);
    if (file.model() == null
        || file.model().vocab() == null
        || file.model().vocab().containsValue(null))
      throw new Refused(folder, StepTokenizer.FILE, "it has no table of words");
    return file.model().vocab();
  }

  /** Tokens that a text can write as they are, whatever the cutting. */
  static List<Added> added(Path folder) throws Refused {
    return Optional.ofNullable(read(folder, StepTokenizer.FILE, Tokenization.class).addedTokens())
        .orElse(List.of());
  }

  /** A token stands there as its text, or as an object with its text. */
  private static String name(JsonNode token) {
    if (token == null) return "";
    return token.isObject() ? token.path("content").asText("") : token.asText("");
  }

  private static <T> T read(Path folder, String file, Class<T> type) throws Refused {
    try {
      T value = JSON.readValue(folder.resolve(file).toFile(), type);
      if (value == null) throw new Refused(folder, file, "it is no tokenizer: null");
      return value;
    } catch (IOException e) {
      throw new Refused(folder, file, "it is no tokenizer: " + Refused.said(e), e);
    }
  }
}
