package dev.whetstone.model.host;

import ai.djl.huggingface.tokenizers.Encoding;
import dev.whetstone.model.Derivation;
import dev.whetstone.model.text.StepTokenizer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Problem and newline, then each step and its separator. Problem and steps are tokenized one by one
 * and the separators put between them as tokens, as TRL's PRMTrainer and Skywork-PRM do; where the
 * separator is a special token that equals tokenizing all as one text. So no text can end a step:
 * separators within a step are taken out of it.
 *
 * @param before what the tokenizer puts before a text
 * @param after what it puts after a text
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record StepReader(Tokenizer tokenizer, long separator, long[] before, long[] after)
    implements Reader {
  /**
   * @throws Refused if the tokenizer does not know the separator as one token
   */
  static StepReader of(Path folder, Tokenizer tokenizer, String separator) throws Refused {
    Encoding around = tokenizer.encode(separator, true);
    long[] ids = around.getIds();
    int[] own = own(around);
    if (own.length != 1 || !tokenizer.decode(ids[own[0]]).equals(separator))
      throw new Refused(
          folder,
          StepTokenizer.FILE,
          "the separator '%s' is not one token of it, but %d".formatted(separator, own.length));
    return new StepReader(
        tokenizer,
        ids[own[0]],
        Arrays.copyOfRange(ids, 0, own[0]),
        Arrays.copyOfRange(ids, own[0] + 1, ids.length));
  }

  @Override
  public Sequence read(Derivation derivation) {
    List<long[]> pieces = new ArrayList<>();
    pieces.add(before);
    pieces.add(tokenizer.encode(derivation.problem() + "\n", false).getIds());
    int length = before.length + pieces.getLast().length;
    int[] ends = new int[derivation.steps().size()];
    for (int i = 0; i < ends.length; i++) {
      pieces.add(step(derivation.steps().get(i)));
      length += pieces.getLast().length;
      ends[i] = length - 1;
    }
    pieces.add(after);
    long[] ids = pieces.stream().flatMapToLong(Arrays::stream).toArray();
    return new Sequence(ids, new long[ids.length], ends);
  }

  private long[] step(String text) {
    LongStream own = Arrays.stream(tokenizer.encode(text, false).getIds());
    return LongStream.concat(own.filter(id -> id != separator), LongStream.of(separator)).toArray();
  }

  /** Positions of the text's own tokens, without what the tokenizer put around them. */
  private static int[] own(Encoding encoding) {
    long[] special = encoding.getSpecialTokenMask();
    return IntStream.range(0, special.length).filter(i -> special[i] == 0).toArray();
  }
}
