package dev.whetstone.model.host;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenizerTest {
  @TempDir Path folder;

  @Test
  void nothingIsCutAndNothingPaddedWhateverTheFileSays() throws Exception {
    Files.writeString(folder.resolve("tokenizer.json"), Tiny.tokenizer());
    try (Tokenizer tokenizer = Tokenizer.load(folder)) {
      assertEquals(1, tokenizer.pad());
      assertArrayEquals(new long[] {2, 6, 3}, tokenizer.encode("one", true).getIds());
      assertArrayEquals(new long[] {6}, tokenizer.encode("one", false).getIds());
      assertEquals(3000, tokenizer.encode("one ".repeat(3000), false).getIds().length);
      assertArrayEquals(new long[] {2, 6, 3, 7, 3}, tokenizer.encode("one", "two").getIds());
      assertArrayEquals(new long[] {0, 0, 0, 1, 1}, tokenizer.encode("one", "two").getTypeIds());
    }
  }

  /** The config's pad token, and the id that comes of it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"pad_token\": \"[SEP]\", \"more\": 1} | 3",
        "{\"pad_token\": {\"content\": \"<end>\", \"special\": true}} | 4",
        "{\"pad_token\": \"unheard\"} | 0",
        "{\"pad_token\": null} | 0",
        "{} | 0"
      })
  void withoutPaddingInTheFileItsConfigNamesTheToken(String config, long pad) throws Exception {
    Files.writeString(
        folder.resolve("tokenizer.json"), Tiny.tokenizer().replace("\"padding\"", "\"_padding\""));
    assertEquals(0, TokenizerFiles.pad(folder));
    Files.writeString(folder.resolve("tokenizer_config.json"), config);
    assertEquals(pad, TokenizerFiles.pad(folder));
  }

  @Test
  void aConfigThatIsNoJsonIsRefused() throws Exception {
    Files.writeString(
        folder.resolve("tokenizer.json"), Tiny.tokenizer().replace("\"padding\"", "\"_padding\""));
    Files.writeString(folder.resolve("tokenizer_config.json"), "{");
    Refused refused = assertThrows(Refused.class, () -> TokenizerFiles.pad(folder));
    assertEquals("tokenizer_config.json", refused.file());
  }
}
