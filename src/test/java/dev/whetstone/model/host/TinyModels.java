package dev.whetstone.model.host;

import dev.whetstone.model.Card;
import dev.whetstone.model.Card.Format;
import dev.whetstone.model.Card.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Folders of the tiny model that a server finds, good ones and such as it must refuse. */
public final class TinyModels {
  public static final String NAME = "tiny";

  private static final Tiny TINY = new Tiny(Role.STEPS, Format.TORCHSCRIPT);
  private static final String TOKENIZER = "tokenizer.json";
  private static final String WEIGHTS = "model.pt";

  /** Adds nothing to the logits, and takes its time to. */
  private static final String SLOWLY =
      "torch.add(torch.add(x, mean), torch.mul(torch.sum(torch.matmul(torch.ones([1000, 1000]),"
          + " torch.ones([1000, 1000]))), 0.))";

  /** What is to be wrong with a version, if anything. */
  public enum Kind {
    GOOD,
    /** Some tens of milliseconds for a batch. */
    SLOW,
    CUT_SHORT_AFTER_ITS_CARD,
    CUT_SHORT_BEFORE_ITS_CARD,
    TOKENIZER_WITHOUT_SEPARATOR,
    TOKENIZER_OF_OTHER_WORDS,
    NO_TOKENIZER,
    NO_WEIGHTS,
    WRONG_SHAPE,
    BROKEN_CARD
  }

  private TinyModels() {}

  /** Writes {@code root/tiny/version}, which is there as a whole or not at all. */
  public static void write(Path root, int version, Kind kind) throws Exception {
    Path draft = Files.createTempDirectory("draft").resolve(NAME).resolve("" + version);
    Files.createDirectories(draft);
    Files.writeString(draft.resolve(TOKENIZER), tokenizer(kind));
    Files.write(draft.resolve(WEIGHTS), weights(kind));
    Cards.write(draft, card(version));
    spoil(draft, kind);
    Files.move(draft, Files.createDirectories(root.resolve(NAME)).resolve("" + version));
    Files.delete(draft.getParent());
    Files.delete(draft.getParent().getParent());
  }

  /** With room for the tasks of a run. */
  private static Card card(int version) {
    Card tiny = TINY.card(NAME, "" + version, "<end>", List.of(TINY.golden()));
    return new Card(
        tiny.name(),
        tiny.version(),
        tiny.role(),
        tiny.format(),
        tiny.description(),
        tiny.parent(),
        tiny.licence(),
        tiny.data(),
        tiny.files(),
        new Card.Inputs(512, tiny.inputs().separator(), false),
        tiny.thresholds(),
        tiny.calibration(),
        tiny.kinds(),
        tiny.metrics(),
        tiny.golden());
  }

  private static String tokenizer(Kind kind) {
    return switch (kind) {
      case TOKENIZER_WITHOUT_SEPARATOR -> Tiny.tokenizer().replace("<end>", "<stop>");
      case TOKENIZER_OF_OTHER_WORDS ->
          Tiny.tokenizer().replace("\"plus\"", "\"minus\"").replace("\"three\"", "\"thirteen\"");
      default -> Tiny.tokenizer();
    };
  }

  private static byte[] weights(Kind kind) {
    return switch (kind) {
      case SLOW -> TINY.torchScript("mask", SLOWLY);
      case WRONG_SHAPE -> TINY.torchScript("mask", "torch.squeeze(mean, 1)");
      case CUT_SHORT_BEFORE_ITS_CARD -> half(TINY.weights());
      default -> TINY.weights();
    };
  }

  private static void spoil(Path folder, Kind kind) throws IOException {
    switch (kind) {
      case CUT_SHORT_AFTER_ITS_CARD -> Files.write(folder.resolve(WEIGHTS), half(TINY.weights()));
      case NO_TOKENIZER -> Files.delete(folder.resolve(TOKENIZER));
      case NO_WEIGHTS -> Files.delete(folder.resolve(WEIGHTS));
      case BROKEN_CARD -> Files.writeString(folder.resolve(Cards.FILE), "{\"name\": \"ti");
      default -> {}
    }
  }

  private static byte[] half(byte[] bytes) {
    return Arrays.copyOf(bytes, bytes.length / 2);
  }
}
