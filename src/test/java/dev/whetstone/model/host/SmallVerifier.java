package dev.whetstone.model.host;

import dev.whetstone.model.Card;
import dev.whetstone.model.Card.Format;
import dev.whetstone.model.Card.Role;
import dev.whetstone.model.Derivation;
import dev.whetstone.model.StepTree;
import dev.whetstone.model.net.Network;
import dev.whetstone.model.net.Safetensors;
import dev.whetstone.model.net.Weights;
import dev.whetstone.model.text.Notes;
import dev.whetstone.model.wide.LogisticRegression;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A small step verifier with random weights, in the format of our own, and texts for it. */
public final class SmallVerifier {
  static final int WINDOW = 64;
  static final Network NETWORK = new Network(2, 32, 2, 64, 160, WINDOW, Notes.COUNT, 2);
  private static final List<String> WORDS =
      List.of("so", "we", "have", "add", "eggs", "is", "the", "sum", "x", "then", "total", "hens");
  private static final List<String> SIGNS = List.of("+", "-", "*", "/", "=", ".", ",", "(", ")");

  private SmallVerifier() {}

  static Safetensors.Content content() {
    return content(8);
  }

  /**
   * @param times wider than for learning, so that every input tells on the output
   */
  static Safetensors.Content content(float times) {
    Random random = new Random(5);
    float[] theta = Weights.random(NETWORK, random);
    for (int i = 0; i < theta.length; i++) if (theta[i] != 0 && theta[i] != 1) theta[i] *= times;
    float[] wide = new float[LogisticRegression.SPACE];
    // With some marks missing, some templates are known and some not.
    for (int i = 0; i < wide.length; i++)
      wide[i] = random.nextInt(20) == 0 ? 0 : (float) random.nextGaussian() * 0.5f;
    return new Safetensors.Content(NETWORK, theta, wide);
  }

  /** The folder {@code root/small/1}, with a card that lists no golden example. */
  public static Path write(Path root) throws IOException, Refused {
    return write(root, content(), tokenizer(vocabulary()));
  }

  static Path write(Path root, Safetensors.Content content, String tokenizer)
      throws IOException, Refused {
    Path folder = Files.createDirectories(root.resolve("small").resolve("1"));
    Safetensors.write(folder.resolve("weights.safetensors"), content);
    Files.writeString(folder.resolve("tokenizer.json"), tokenizer);
    Cards.write(folder, card());
    return folder;
  }

  static StepVerifier load(Path folder, Bounds bounds) throws Refused {
    return (StepVerifier) Loader.open(folder, card(), Placement.parse("cpu"), bounds);
  }

  public static Card card() {
    return new Card(
        "small",
        "1",
        Role.STEPS,
        Format.WHETSTONE,
        "random weights",
        Optional.empty(),
        "Apache-2.0",
        List.of(),
        Map.of(),
        new Card.Inputs(WINDOW, Optional.empty(), false),
        new Card.Thresholds(Optional.of(0.5), 0.3, 0.6),
        new Card.Calibration(1, 0),
        List.of("slip", "leap"),
        Map.of(),
        List.of());
  }

  /** Ids as in the vocabulary of BERT, where the rows' own tokens stand. */
  static Map<String, Integer> vocabulary() {
    Map<String, Integer> ids = new TreeMap<>();
    ids.put("[PAD]", 0);
    ids.put("[unused0]", 1);
    ids.put("[UNK]", 100);
    ids.put("[CLS]", 101);
    ids.put("[SEP]", 102);
    for (String word : WORDS) ids.put(word, ids.size() + 2);
    for (String sign : SIGNS) ids.put(sign, ids.size() + 2);
    for (char letter = 'a'; letter <= 'z'; letter++) ids.putIfAbsent("##" + letter, ids.size() + 2);
    for (int digit = 0; digit < 10; digit++) ids.put(Integer.toString(digit), 110 + digit);
    return ids;
  }

  static String tokenizer(Map<String, Integer> vocabulary) {
    String words =
        vocabulary.entrySet().stream()
            .map(word -> "\"%s\": %d".formatted(word.getKey(), word.getValue()))
            .collect(Collectors.joining(", "));
    return """
    {"version": "1.0", "truncation": null, "padding": null, "added_tokens": [],
     "normalizer": {"type": "BertNormalizer", "clean_text": true, "handle_chinese_chars": true,
                    "strip_accents": null, "lowercase": true},
     "pre_tokenizer": {"type": "Sequence", "pretokenizers": [
       {"type": "BertPreTokenizer"}, {"type": "Digits", "individual_digits": true}]},
     "post_processor": null, "decoder": null,
     "model": {"type": "WordPiece", "unk_token": "[UNK]", "continuing_subword_prefix": "##",
               "max_input_chars_per_word": 100, "vocab": {%s}}}
    """
        .formatted(words);
  }

  static Derivation derivation(Random random, int mostSteps) {
    int steps = random.nextInt(1, mostSteps + 1);
    return new Derivation(
        text(random, 8), IntStream.range(0, steps).mapToObj(i -> text(random, 12)).toList());
  }

  public static StepTree tree(Random random, int size) {
    List<StepTree.Step> steps = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      int parent = random.nextInt(4) > 0 ? i - 1 : random.nextInt(-1, i);
      steps.add(new StepTree.Step(parent, text(random, 9)));
    }
    return new StepTree(text(random, 8), steps);
  }

  private static String text(Random random, int mostWords) {
    return IntStream.range(0, random.nextInt(1, mostWords + 1))
        .mapToObj(i -> word(random))
        .collect(Collectors.joining(" "));
  }

  private static String word(Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> WORDS.get(random.nextInt(WORDS.size()));
      case 1 -> SIGNS.get(random.nextInt(SIGNS.size()));
      default -> Integer.toString(random.nextInt(40));
    };
  }
}
