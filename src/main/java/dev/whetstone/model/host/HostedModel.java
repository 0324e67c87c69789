package dev.whetstone.model.host;

import ai.djl.Device;
import dev.whetstone.model.Card;
import dev.whetstone.model.Card.Role;
import dev.whetstone.model.Derivation;
import dev.whetstone.model.ModelFault;
import dev.whetstone.model.Prepared;
import dev.whetstone.model.Reading;
import dev.whetstone.model.Scorer;
import dev.whetstone.model.Unscorable;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * A user's own model, as TorchScript or ONNX, in any role. Its inputs are int64 {@code input_ids},
 * {@code attention_mask} and, if its card says so, {@code token_type_ids}, each [batch, tokens].
 */
final class HostedModel implements Scorer {
  private final Card card;
  private final Decision decision;
  private final Tokenizer tokenizer;
  private final Reader reader;
  private final Graph graph;

  private HostedModel(Card card, Tokenizer tokenizer, Reader reader, Graph graph) {
    this.card = card;
    this.decision = new Decision(card);
    this.tokenizer = tokenizer;
    this.reader = reader;
    this.graph = graph;
  }

  /**
   * @throws Refused if the tokenizer or the weights are none, or do not know the separator
   */
  static HostedModel load(Path folder, Card card, Device device) throws Refused {
    Tokenizer tokenizer = Tokenizer.load(folder);
    try {
      Reader reader = reader(folder, card, tokenizer);
      return new HostedModel(card, tokenizer, reader, Graph.load(folder, card, device));
    } catch (Refused | RuntimeException e) {
      tokenizer.close();
      throw e;
    }
  }

  private static Reader reader(Path folder, Card card, Tokenizer tokenizer) throws Refused {
    return switch (card.role()) {
      case STEPS -> StepReader.of(folder, tokenizer, card.inputs().separator().orElseThrow());
      case WHOLE -> Reader.whole(tokenizer);
      case PAIR -> Reader.pair(tokenizer);
    };
  }

  /**
   * Reads a text of as many tokens as the card allows: a golden example, over and over.
   *
   * @throws Refused if the network has no positions for them
   */
  void fill(Path folder) throws Refused {
    int most = card.inputs().maxTokens();
    Card.Golden golden = card.golden().getFirst();
    long[] ids = read(new Derivation(golden.problem(), golden.steps())).ids();
    long[] longest = LongStream.range(0, most).map(i -> ids[(int) (i % ids.length)]).toArray();
    try {
      graph.run(
          Padded.of(List.of(new Sequence(longest, new long[most], new int[0])), tokenizer.pad()));
    } catch (ModelFault e) {
      throw new Refused(
          folder,
          Cards.FILE,
          "inputs.max_tokens: it cannot read %d tokens: %s".formatted(most, Refused.said(e)),
          e);
    }
  }

  @Override
  public Card card() {
    return card;
  }

  /** What the engine holds for it. */
  Graph graph() {
    return graph;
  }

  @Override
  public Prepared prepare(Derivation derivation) throws Unscorable {
    if (derivation.steps().isEmpty()) throw new Unscorable("a derivation without steps");
    Sequence tokens = read(derivation);
    int most = card.inputs().maxTokens();
    if (tokens.longest() > most)
      throw new Unscorable(
          "%d tokens, where %s reads at most %d".formatted(tokens.longest(), card.id(), most));
    return tokens;
  }

  private Sequence read(Derivation derivation) {
    try {
      return reader.read(derivation);
    } catch (RuntimeException e) {
      throw new ModelFault(card.id() + ": " + Refused.said(e), e);
    }
  }

  @Override
  public List<Reading> score(List<Prepared> batch) {
    if (batch.isEmpty()) return List.of();
    List<Sequence> rows = batch.stream().map(Sequence.class::cast).toList();
    Logits logits = graph.run(Padded.of(rows, tokenizer.pad()));
    return IntStream.range(0, rows.size())
        .mapToObj(row -> reading(logits, row, rows.get(row)))
        .toList();
  }

  private Reading reading(Logits logits, int row, Sequence tokens) {
    if (card.role() != Role.STEPS) return decision.whole(probability(logits, row, 0));
    List<Double> steps =
        Arrays.stream(tokens.ends()).mapToObj(end -> probability(logits, row, end)).toList();
    return decision.steps(steps, List.of());
  }

  private double probability(Logits logits, int row, int column) {
    return decision.probability(logits.right(row, column));
  }

  @Override
  public void close() {
    graph.close();
    tokenizer.close();
  }
}
