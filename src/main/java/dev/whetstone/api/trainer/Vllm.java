package dev.whetstone.api.trainer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.whetstone.api.BadField;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What clients of vLLM's reward models send and read. {@code unread} says why a completion that
 * cannot be read has the lowest reward.
 */
final class Vllm {
  private Vllm() {}

  /**
   * @param input a text or several, each with its prompt
   * @param messages or else a chat that ends with the answer
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  @Schema(name = "VllmInput")
  record Input(String model, JsonNode input, List<Exchange.Message> messages) {
    /** Where the texts stand. */
    String field() {
      return messages == null ? "input" : "messages";
    }

    List<Exchange> exchanges() {
      return messages == null ? Exchange.texts("input", input) : List.of(Exchange.of(messages));
    }
  }

  /** Labels or problems, and completions: one and one, one and many, or as many of each. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  @Schema(name = "VllmPairs")
  record Pairs(
      String model,
      @JsonProperty("text_1") JsonNode text1,
      @JsonProperty("text_2") JsonNode text2,
      @JsonProperty("data_1") JsonNode data1,
      @JsonProperty("data_2") JsonNode data2,
      JsonNode queries,
      JsonNode documents,
      JsonNode items) {
    /** Where the completions stand. */
    String field() {
      if (text2 == null && data2 != null) return "data_2";
      if (text2 == null && documents != null) return "documents";
      return text2 == null && items != null ? "items" : "text_2";
    }

    private String asked() {
      if (text1 == null && data1 != null) return "data_1";
      return text1 == null && queries != null ? "queries" : "text_1";
    }

    private JsonNode sent(String field) {
      return switch (field) {
        case "text_1" -> text1;
        case "text_2" -> text2;
        case "data_1" -> data1;
        case "data_2" -> data2;
        case "queries" -> queries;
        case "documents" -> documents;
        default -> items;
      };
    }

    List<Exchange> exchanges() {
      String field = asked();
      List<String> ones = Samples.texts(field, sent(field));
      List<String> others = Samples.texts(field(), sent(field()));
      if (ones.size() == 1) return Exchange.pairs(field, ones.getFirst(), others);
      if (ones.size() != others.size())
        throw new BadField(
            field, field + " has not the length of " + field(), "give one, or one for each");
      return IntStream.range(0, others.size())
          .mapToObj(i -> Exchange.of(Samples.at(field, i), ones.get(i), others.get(i)))
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
      return Exchange.pairs(
          "query", Samples.required("query", query), Samples.requiredList("documents", documents));
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
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Classified(int index, String label, List<Double> probs, int numClasses, String unread) {}

  /** One row for each step. */
  @Schema(name = "VllmPooled")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Pooled(int index, String object, List<List<Double>> data, String unread) {}

  /** A vector of one number, the reward. */
  @Schema(name = "VllmEmbedding")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Embedding(int index, String object, List<Double> embedding, String unread) {}

  /** A pair's reward. */
  @Schema(name = "VllmScore")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Score(int index, String object, double score, String unread) {}

  /** The best first. */
  @Schema(name = "VllmRanking")
  record Ranking(String id, String model, Usage usage, List<Ranked> results) {
    static Ranking of(String model, List<Ranked> results) {
      return new Ranking(newId(), model, Usage.NONE, results);
    }
  }

  /** A document's reward. */
  @Schema(name = "VllmRanked")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Ranked(int index, Document document, double relevanceScore, String unread) {}

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
