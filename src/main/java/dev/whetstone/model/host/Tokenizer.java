package dev.whetstone.model.host;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import dev.whetstone.model.text.StepTokenizer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * A {@code tokenizer.json} of Hugging Face that neither cuts nor pads, whatever the file says. Any
 * thread may use it; it is freed only when none does.
 */
final class Tokenizer implements AutoCloseable {
  private final HuggingFaceTokenizer tokenizer;
  private final long pad;
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private boolean closed;

  private Tokenizer(HuggingFaceTokenizer tokenizer, long pad) {
    this.tokenizer = tokenizer;
    this.pad = pad;
  }

  static Tokenizer load(Path folder) throws Refused {
    Engines.settle();
    long pad = TokenizerFiles.pad(folder);
    Map<String, String> options = Map.of("truncation", "do_not_truncate", "padding", "do_not_pad");
    try (InputStream in = Files.newInputStream(folder.resolve(StepTokenizer.FILE))) {
      return new Tokenizer(HuggingFaceTokenizer.newInstance(in, options), pad);
    } catch (IOException | RuntimeException e) {
      throw new Refused(folder, StepTokenizer.FILE, "it is no tokenizer: " + Refused.said(e), e);
    }
  }

  /** The id that stands in padding. */
  long pad() {
    return pad;
  }

  /**
   * @param special whether to add what the tokenizer puts around a text
   */
  Encoding encode(String text, boolean special) {
    return open(() -> tokenizer.encode(text, special, false));
  }

  /** A pair of texts, with what the tokenizer puts around and between them. */
  Encoding encode(String first, String second) {
    return open(() -> tokenizer.encode(first, second, true, false));
  }

  String decode(long id) {
    return open(() -> tokenizer.decode(new long[] {id}, false));
  }

  @Override
  public void close() {
    lock.writeLock().lock();
    try {
      closed = true;
      tokenizer.close();
    } finally {
      lock.writeLock().unlock();
    }
  }

  private <T> T open(Supplier<T> use) {
    lock.readLock().lock();
    try {
      if (closed) throw new IllegalStateException("the tokenizer is closed");
      return use.get();
    } finally {
      lock.readLock().unlock();
    }
  }
}
