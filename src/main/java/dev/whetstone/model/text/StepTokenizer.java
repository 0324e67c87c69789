package dev.whetstone.model.text;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** Turns problems and steps into tokens with notes. Thread-safe. */
public final class StepTokenizer implements AutoCloseable {
  /** A tokenizer's file, as Hugging Face names it. */
  public static final String FILE = "tokenizer.json";

  private final HuggingFaceTokenizer tokenizer;

  private StepTokenizer(HuggingFaceTokenizer tokenizer) {
    this.tokenizer = tokenizer;
  }

  /**
   * @param file a {@code tokenizer.json}; its own truncation and padding are off
   */
  public static StepTokenizer read(Path file) throws IOException {
    Map<String, String> options =
        Map.of("truncation", "false", "padding", "false", "addSpecialTokens", "false");
    return new StepTokenizer(HuggingFaceTokenizer.newInstance(file, options));
  }

  /** A problem; or a step, before anything is noted of it. */
  public Tokens plain(String text) {
    Encoding encoding = tokenizer.encode(paired(text), false, false);
    long[] ids = encoding.getIds();
    CharSpan[] spans = encoding.getCharTokenSpans();
    int[] utf16 = offsets(text);
    int[] tokens = new int[ids.length];
    int[] starts = new int[ids.length];
    int[] ends = new int[ids.length];
    for (int i = 0; i < ids.length; i++) {
      tokens[i] = (int) ids[i];
      starts[i] = utf16[spans[i].getStart()];
      ends[i] = utf16[spans[i].getEnd()];
    }
    return new Tokens(tokens, new int[ids.length + 1], starts, ends);
  }

  public Tokens step(String text, Before before) {
    return plain(text).noted(text, before);
  }

  /** A surrogate without its pair would shift all places: the tokenizer makes several of it. */
  private static String paired(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  /** The tokenizer counts code points, Java chars. */
  private static int[] offsets(String text) {
    int[] offsets = new int[text.codePointCount(0, text.length()) + 1];
    int at = 0;
    for (int i = 0; i < offsets.length - 1; i++) {
      offsets[i] = at;
      at += Character.charCount(text.codePointAt(at));
    }
    offsets[offsets.length - 1] = at;
    return offsets;
  }

  @Override
  public void close() {
    tokenizer.close();
  }
}
