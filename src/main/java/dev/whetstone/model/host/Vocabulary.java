package dev.whetstone.model.host;

import dev.whetstone.model.text.Rows;
import dev.whetstone.model.text.StepTokenizer;
import java.nio.file.Path;
import java.util.Map;

/**
 * The words of a tokenizer that a network of ours can read with.
 *
 * @param ids by word
 */
public record Vocabulary(Path folder, Map<String, Long> ids) {
  /**
   * @param folder where a {@code tokenizer.json} lies
   * @throws Refused if it is none, its ids are not those of the rows' own tokens, or a text could
   *     write one that it adds
   */
  public static Vocabulary read(Path folder) throws Refused {
    Vocabulary read = new Vocabulary(folder, TokenizerFiles.vocabulary(folder));
    for (Map.Entry<String, Integer> own : Rows.OWN.entrySet())
      if (read.ids.getOrDefault(own.getKey(), -1L) != own.getValue().longValue())
        throw read.refused("its id of %s is not %d".formatted(own.getKey(), own.getValue()));
    for (TokenizerFiles.Added added : TokenizerFiles.added(folder))
      throw read.refused("a text could write its added token %s".formatted(added.content()));
    return read;
  }

  /**
   * Words that a network must know to read with it.
   *
   * @throws Refused if an id is no index
   */
  public int size() throws Refused {
    requireWithin(Integer.MAX_VALUE);
    return 1 + (int) ids.values().stream().mapToLong(Long::longValue).max().orElse(-1);
  }

  /**
   * @throws Refused if a network of so many words does not know one
   */
  void requireWithin(int words) throws Refused {
    for (Map.Entry<String, Long> word : ids.entrySet())
      if (word.getValue() < 0 || word.getValue() >= words)
        throw refused(
            "its id of %s is %d, where the network knows %d words"
                .formatted(word.getKey(), word.getValue(), words));
  }

  private Refused refused(String reason) {
    return new Refused(folder, StepTokenizer.FILE, reason);
  }
}
