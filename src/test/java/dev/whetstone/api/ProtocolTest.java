package dev.whetstone.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProtocolTest {
  @ParameterizedTest
  @CsvSource({
    "/api/v1/runs, api",
    "/openrlhf, openrlhf",
    "/get_reward, openrlhf",
    "/nemo-gym/{environment}/verify, nemo-gym",
    "/v1/embeddings, vllm",
    "score, vllm",
    "/scores, other",
    "//api, other",
    "/, other",
    "'', other",
    ", other",
    "/q/metrics, other",
    "/made-up, other"
  })
  void isOneOfFewWords(String path, String protocol) {
    assertEquals(protocol, Protocol.of(path));
  }
}
