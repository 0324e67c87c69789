package dev.whetstone.model.host;

import dev.whetstone.model.Card;
import dev.whetstone.model.Card.Format;
import dev.whetstone.model.Card.Role;
import dev.whetstone.model.Derivation;
import dev.whetstone.model.net.TorchScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A small real model: a token's logits are its row of a table, to which the mean over all tokens of
 * the text is added, so that padding which is not masked shows. "nine" has NaN for its logits.
 */
record Tiny(Role role, Format format, int classes, boolean tokenTypes) {
  static final List<String> WORDS =
      List.of(
          "[UNK]", "[PAD]", "[CLS]", "[SEP]", "<end>", "zero", "one", "two", "three", "four",
          "five", "six", "seven", "eight", "nine", "plus", "is");
  static final Derivation GOLDEN = new Derivation("one plus two", List.of("one plus two is three"));
  static final Card.Calibration CALIBRATION = new Card.Calibration(1.5, -0.25);

  Tiny(Role role, Format format) {
    this(role, format, role == Role.PAIR ? 1 : 2, false);
  }

  /** Logits of each word and class. */
  float[] table() {
    Random random = new Random(7);
    float[] table = new float[WORDS.size() * classes];
    for (int i = 0; i < table.length; i++)
      table[i] = i / classes == WORDS.indexOf("nine") ? Float.NaN : (float) random.nextGaussian();
    return table;
  }

  /** The folder {@code root/tiny/1}, with card. */
  Path write(Path root) throws IOException, Refused {
    Path folder = Files.createDirectories(root.resolve("tiny").resolve("1"));
    Files.writeString(folder.resolve("tokenizer.json"), tokenizer());
    Files.write(folder.resolve(format.weights()), weights());
    Cards.write(folder, card());
    return folder;
  }

  Card card() {
    return card("tiny", "1", "<end>", List.of(golden()));
  }

  Card card(String separator) {
    return card("tiny", "1", separator, List.of(golden()));
  }

  /** With a second golden example. */
  Card card(Card.Golden second) {
    return card("tiny", "1", "<end>", List.of(golden(), second));
  }

  Card card(String name, String version, String separator, List<Card.Golden> golden) {
    return new Card(
        name,
        version,
        role,
        format,
        "a table",
        Optional.empty(),
        "Apache-2.0",
        List.of(),
        Map.of(),
        new Card.Inputs(
            32, role == Role.STEPS ? Optional.of(separator) : Optional.empty(), tokenTypes),
        new Card.Thresholds(Optional.of(0.5), 0.3, 0.6),
        CALIBRATION,
        List.of(),
        Map.of(),
        golden);
  }

  Card.Golden golden() {
    return new Card.Golden(GOLDEN.problem(), GOLDEN.steps(), probabilities(GOLDEN), 1e-4);
  }

  byte[] weights() {
    return format == Format.ONNX ? onnx() : torchScript("mask");
  }

  /** What the model must say, computed here: of each step, or of the whole. */
  List<Double> probabilities(Derivation derivation) {
    List<String> tokens = tokens(derivation);
    int second = role == Role.PAIR && tokenTypes ? tokens.indexOf("[SEP]") + 1 : tokens.size();
    double[][] logits = new double[tokens.size()][classes];
    double[] mean = new double[classes];
    for (int i = 0; i < tokens.size(); i++)
      for (int c = 0; c < classes; c++) {
        logits[i][c] = table()[WORDS.indexOf(tokens.get(i)) * classes + c] + (i < second ? 0 : 1);
        mean[c] += logits[i][c] / tokens.size();
      }
    if (role != Role.STEPS) return List.of(probability(mean, new double[classes]));
    return IntStream.range(0, tokens.size())
        .filter(i -> tokens.get(i).equals("<end>"))
        .mapToObj(i -> probability(logits[i], mean))
        .toList();
  }

  private static double probability(double[] logits, double[] mean) {
    double[] z = IntStream.range(0, logits.length).mapToDouble(c -> logits[c] + mean[c]).toArray();
    double margin = z.length == 1 ? z[0] : z[1] - z[0];
    return 1 / (1 + Math.exp(-(CALIBRATION.slope() * margin + CALIBRATION.offset())));
  }

  private List<String> tokens(Derivation derivation) {
    String between = role == Role.PAIR ? " [SEP] " : " ";
    String after = role == Role.STEPS ? " <end> " : " ";
    String text =
        "[CLS] "
            + derivation.problem()
            + between
            + derivation.steps().stream().collect(Collectors.joining(after, "", after))
            + "[SEP]";
    return Arrays.asList(text.trim().split("\\s+"));
  }

  private byte[] onnx() {
    OnnxWriter graph =
        new OnnxWriter()
            .floats("table", table(), WORDS.size(), classes)
            .longs("last", -1)
            .longs("tokens", 1)
            .node("Gather", "table input_ids", "word");
    if (tokenTypes)
      graph
          .node("Cast", "token_type_ids", "type", "to", 1)
          .node("Unsqueeze", "type last", "types")
          .node("Add", "word types", "x");
    else graph.node("Identity", "word", "x");
    graph
        .node("Cast", "attention_mask", "mask", "to", 1)
        .node("Unsqueeze", "mask last", "masks")
        .node("Mul", "x masks", "seen")
        .node("ReduceSum", "seen tokens", "sum")
        .node("ReduceSum", "masks tokens", "count")
        .node("Div", "sum count", "mean");
    // Not in our order: names decide.
    graph.input("attention_mask").input("input_ids");
    if (tokenTypes) graph.input("token_type_ids");
    if (role == Role.STEPS)
      return OnnxWriter.model(
          graph.node("Add", "x mean", "logits").output("logits", "batch", "tokens", "classes"));
    return OnnxWriter.model(
        graph.node("Squeeze", "mean tokens", "logits").output("logits", "batch", "classes"));
  }

  byte[] torchScript(String mask) {
    return torchScript(mask, role == Role.STEPS ? "torch.add(x, mean)" : "torch.squeeze(mean, 1)");
  }

  /** With an expression, maybe a wrong one, for the mask and one for the output. */
  byte[] torchScript(String mask, String output) {
    String forward =
        """
        def forward(self: __torch__.Network, ids: Tensor, mask: Tensor%s) -> Tensor:
          x = torch.embedding(self.table, ids)
          x = %s
          masks = torch.unsqueeze(torch.to(%s, 6), -1)
          mean = torch.div(torch.sum(torch.mul(x, masks), [1], True), torch.sum(masks, [1], True))
          return %s
        """
            .formatted(
                tokenTypes ? ", types: Tensor" : "",
                tokenTypes ? "torch.add(x, torch.unsqueeze(torch.to(types, 6), -1))" : "x",
                mask,
                output);
    int[] shape = {WORDS.size(), classes};
    return TorchScript.archive(forward, Map.of("table", new TorchScript.Tensor(shape, table())));
  }

  /** Cuts and pads, both of which must be overruled. */
  static String tokenizer() {
    Map<String, Integer> vocabulary = new LinkedHashMap<>();
    WORDS.forEach(word -> vocabulary.put(word, vocabulary.size()));
    String words =
        vocabulary.entrySet().stream()
            .map(word -> "\"%s\": %d".formatted(word.getKey(), word.getValue()))
            .collect(Collectors.joining(", "));
    String added =
        IntStream.range(0, 5)
            .mapToObj(
                id ->
                    """
                    {"id": %d, "content": "%s", "single_word": false, "lstrip": false,
                     "rstrip": false, "normalized": false, "special": true}\
                    """
                        .formatted(id, WORDS.get(id)))
            .collect(Collectors.joining(", "));
    return """
    {"version": "1.0",
     "truncation": {"direction": "Right", "max_length": 4, "strategy": "LongestFirst", "stride": 0},
     "padding": {"strategy": {"Fixed": 12}, "direction": "Right", "pad_to_multiple_of": null,
                 "pad_id": 1, "pad_type_id": 0, "pad_token": "[PAD]"},
     "added_tokens": [%s],
     "normalizer": null,
     "pre_tokenizer": {"type": "Whitespace"},
     "post_processor": {"type": "TemplateProcessing",
       "single": [{"SpecialToken": {"id": "[CLS]", "type_id": 0}},
                  {"Sequence": {"id": "A", "type_id": 0}},
                  {"SpecialToken": {"id": "[SEP]", "type_id": 0}}],
       "pair": [{"SpecialToken": {"id": "[CLS]", "type_id": 0}},
                {"Sequence": {"id": "A", "type_id": 0}},
                {"SpecialToken": {"id": "[SEP]", "type_id": 0}},
                {"Sequence": {"id": "B", "type_id": 1}},
                {"SpecialToken": {"id": "[SEP]", "type_id": 1}}],
       "special_tokens": {"[CLS]": {"id": "[CLS]", "ids": [2], "tokens": ["[CLS]"]},
                          "[SEP]": {"id": "[SEP]", "ids": [3], "tokens": ["[SEP]"]}}},
     "decoder": null,
     "model": {"type": "WordLevel", "vocab": {%s}, "unk_token": "[UNK]"}}
    """
        .formatted(added, words);
  }
}
