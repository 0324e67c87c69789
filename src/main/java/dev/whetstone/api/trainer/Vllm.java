package dev.whetstone.api.trainer;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.api.BadField;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What clients of vLLM's reward models send and read. */
final class Vllm {
  private Vllm() {}

  /**
   * @param input a text or several, each with its prompt
   * @param messages or else a chat that ends with the answer
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  @Schema(name = "VllmInput")
  record Input(String model, JsonNode input, List<Exchange.Message> messages) {
    List<Exchange> exchanges() {
      if (messages != null) return List.of(Exchange.of(messages));
      return Samples.texts("input", input).stream().map(Exchange::of).toList();
    }
  }

  /** Labels or problems, and completions: one and one, one and many, or as many of each. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  @Schema(name = "VllmPairs")
  record Pairs(
      String model,
      @JsonProperty("text_1") @JsonAlias({"data_1", "queries"}) JsonNode first,
      @JsonProperty("text_2") @JsonAlias({"data_2", "documents", "items"}) JsonNode second) {
    List<Exchange> exchanges() {
      List<String> ones = Samples.texts("text_1", first);
      List<String> others = Samples.texts("text_2", second);
      if (ones.size() != 1 && ones.size() != others.size())
        throw new BadField(
            "text_1", "text_1 has not the length of text_2", "give one, or one for each");
      return IntStream.range(0, others.size())
          .mapToObj(i -> Exchange.of(ones.get(ones.size() == 1 ? 0 : i), others.get(i)))
          .toList();
    }
  }

  /**
   * @param topN as many of the best; null or 0 for all
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  @Schema(name = "VllmQuery")
  record Query(String model, String query, List<String> documents, Integer topN) {
    List<Exchange> exchanges() {
      String label = Samples.required("query", query);
      return Samples.requiredList("documents", documents).stream()
          .map(text -> Exchange.of(label, text))
          .toList();
    }

    int most() {
      return topN == null || topN <= 0 ? Integer.MAX_VALUE : topN;
    }
  }

  /** Our verifiers have no tokens in common, so none are counted. */
  @Schema(name = "VllmUsage")
  record Usage(int promptTokens, int totalTokens, int completionTokens) {
    static final Usage NONE = new Usage(0, 0, 0);
  }

  /** One entry for each text, in their order. */
  @Schema(name = "VllmReply")
  record Reply<T>(String id, String object, long created, String model, List<T> data, Usage usage) {
    static <T> Reply<T> of(String model, List<T> data) {
      return new Reply<>(newId(), "list", Instant.now().getEpochSecond(), model, data, Usage.NONE);
    }
  }

  /** A class of one: its probability is the reward. */
  @Schema(name = "VllmClassified")
  record Classified(int index, String label, List<Double> probs, int numClasses) {}

  /** One row for each step. */
  @Schema(name = "VllmPooled")
  record Pooled(int index, String object, List<List<Double>> data) {}

  /** A vector of one number, the reward. */
  @Schema(name = "VllmEmbedding")
  record Embedding(int index, String object, List<Double> embedding) {}

  /** A pair's reward. */
  @Schema(name = "VllmScore")
  record Score(int index, String object, double score) {}

  /** The best first. */
  @Schema(name = "VllmRanking")
  record Ranking(String id, String model, Usage usage, List<Ranked> results) {
    static Ranking of(String model, List<Ranked> results) {
      return new Ranking(newId(), model, Usage.NONE, results);
    }
  }

  /** A document's reward. */
  @Schema(name = "VllmRanked")
  record Ranked(int index, Document document, double relevanceScore) {}

  /** What was answered. */
  @Schema(name = "VllmDocument")
  record Document(String text) {}

  /** The verifiers that can be asked now. */
  @Schema(name = "VllmModels")
  record Models(String object, List<Model> data) {
    static Models of(List<String> names) {
      return new Models(
          "list", names.stream().map(name -> new Model(name, "model", 0, "whetstone")).toList());
    }
  }

  /** A verifier. */
  @Schema(name = "VllmModel")
  record Model(String id, String object, long created, String ownedBy) {}

  private static String newId() {
    return "reward-" + UUID.randomUUID();
  }
}
